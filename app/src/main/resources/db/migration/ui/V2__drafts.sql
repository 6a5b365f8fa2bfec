-- What someone typed and has not sent yet, sealed; one draft a form and account, gone when the form is done or a month old.

create table draft (
    practice_id uuid not null,
    id          uuid not null,
    account_id  uuid not null,
    form        text not null,                        -- which form, by its name and the ids of what it is about
    person_id   uuid,                                 -- whose key seals it; without one, the practice's
    words       bytea not null,                       -- sealed
    saved_at    timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, account_id, form)
);
create index draft_age on draft (practice_id, saved_at);
select isolate('draft');
