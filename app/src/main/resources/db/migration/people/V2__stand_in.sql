-- Whoever stands in for a therapist who cannot be there: from one moment to another, for one reason, for one person.

create table stand_in (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    account_id  uuid not null,                        -- who stands in
    instead_of  uuid not null,                        -- for whom
    why         text not null check (why in ('AWAY', 'CONCERN', 'WILL')),
    scope       text not null check (scope in ('RECORD', 'CONTACT')),
    from_at     timestamptz not null,
    until_at    timestamptz,                          -- empty while the end is not known
    primary key (practice_id, id),
    check (until_at is null or until_at >= from_at),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index stand_in_of_person on stand_in (practice_id, person_id, account_id);
select isolate('stand_in');
