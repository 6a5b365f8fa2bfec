-- When a person and their therapist meet. What somebody wrote about it is sealed; times and outcomes are not.

create table appointment (
    practice_id  uuid not null,
    id           uuid not null,
    person_id    uuid not null,
    therapist_id uuid not null,
    start_at     timestamptz not null,
    minutes      smallint not null check (minutes between 5 and 480),
    state        text not null check (state in ('BOOKED', 'HELD', 'MISSED', 'CANCELLED')),
    by_side      text check (by_side in ('PERSON', 'THERAPIST')),
    told         boolean not null default false,
    moves        integer not null default 0,
    words        bytea,                               -- sealed: what the person said about not coming
    booked_at    timestamptz not null,
    changed_by   uuid not null,
    changed_at   timestamptz not null,
    version      integer not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id),
    check ((by_side is not null) = (state in ('MISSED', 'CANCELLED')))
);
create index appointment_of_person on appointment (practice_id, person_id, start_at);
create index appointment_of_therapist on appointment (practice_id, therapist_id, start_at);
create index appointment_booked on appointment (practice_id, start_at) where state = 'BOOKED';
select isolate('appointment');
