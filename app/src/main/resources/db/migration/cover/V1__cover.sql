-- Who is there when a therapist is not.

create table absence (
    practice_id  uuid not null,
    id           uuid not null,
    therapist_id uuid not null,
    cover_id     uuid,                                -- nobody, where nobody is there instead
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    made_by      uuid not null,
    made_at      timestamptz not null,
    ended_at     timestamptz,                         -- back early
    primary key (practice_id, id),
    check (until_at > from_at),
    check (cover_id <> therapist_id)
);
create index absence_of on absence (practice_id, therapist_id, until_at);
select isolate('absence');

-- An appointment of somebody who is away, taken by whoever is there instead.
create table taken_over (
    practice_id    uuid not null,
    id             uuid not null,
    absence_id     uuid not null,
    person_id      uuid not null,
    appointment_id uuid not null,
    by_id          uuid not null,
    at             timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, absence_id, appointment_id),
    foreign key (practice_id, absence_id) references absence (practice_id, id)
);
select isolate('taken_over', 'select, insert, delete');

create table transfer (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    from_id     uuid not null,
    to_id       uuid not null,
    agreed_on   date not null,                        -- when the person agreed
    words       bytea,                                -- sealed: what they said about it
    by_id       uuid not null,
    at          timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index transfer_of_person on transfer (practice_id, person_id);
select isolate('transfer', 'select, insert, delete');

create table clinical_will (
    practice_id  uuid not null,
    id           uuid not null,
    therapist_id uuid not null,
    executor_id  uuid not null,
    scope        text not null check (scope in ('RECORD', 'CONTACT')),
    words        bytea,                               -- sealed with the practice's key: what is to be done, and how
    made_at      timestamptz not null,
    ended_at     timestamptz,                         -- taken back, or another one made
    primary key (practice_id, id),
    check (executor_id <> therapist_id)
);
create unique index clinical_will_once on clinical_will (practice_id, therapist_id) where ended_at is null;
select isolate('clinical_will', 'select, insert, update');

create table will_opening (
    practice_id  uuid not null,
    id           uuid not null,
    will_id      uuid not null,
    why          bytea not null,                      -- sealed with the practice's key
    asked_by     uuid not null,
    asked_at     timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    until_at     timestamptz,
    ended_at     timestamptz,
    primary key (practice_id, id),
    check (confirmed_by <> asked_by),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check ((confirmed_by is null) = (until_at is null)),
    foreign key (practice_id, will_id) references clinical_will (practice_id, id)
);
create unique index will_opening_once on will_opening (practice_id, will_id) where ended_at is null;
select isolate('will_opening', 'select, insert, update');
