-- Those who reached out, what they were promised, and every time somebody here answered or tried to.

create table enquiry (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    reference   text not null,
    sent_at     timestamptz not null,
    answer_by   date not null,
    words       bytea,                                -- sealed
    marked      bytea,                                -- sealed
    taken_by    uuid,
    taken_at    timestamptz,
    ended_by    uuid,
    ended_at    timestamptz,
    reason      text,
    note        bytea,                                -- sealed
    version     integer not null,
    primary key (practice_id, id),
    unique (practice_id, reference),
    unique (practice_id, person_id),
    foreign key (practice_id, person_id) references person (practice_id, id),
    check ((taken_by is null) = (taken_at is null)),
    check ((ended_at is null) = (reason is null))
);
create index enquiry_open on enquiry (practice_id, sent_at) where ended_at is null;
select isolate('enquiry');

create table reply (
    practice_id uuid not null,
    id          uuid not null,
    enquiry_id  uuid not null,
    by_account  uuid not null,
    at          timestamptz not null,
    how         text not null,
    reached     boolean not null,
    said        bytea not null,                       -- sealed
    next        bytea not null,                       -- sealed
    primary key (practice_id, id),
    foreign key (practice_id, enquiry_id) references enquiry (practice_id, id)
);
create index reply_of_enquiry on reply (practice_id, enquiry_id);
select isolate('reply');
