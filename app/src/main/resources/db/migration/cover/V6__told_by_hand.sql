-- Somebody has told a person themself that their hour cannot take place, or that it can after all: no message could.
create table told_by_hand (
    practice_id    uuid not null,
    id             uuid not null,
    absence_id     uuid not null,
    person_id      uuid not null,
    appointment_id uuid not null,
    back           boolean not null,                  -- that it can after all
    by_id          uuid not null,
    at             timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, absence_id, appointment_id, back),
    foreign key (practice_id, absence_id) references absence (practice_id, id)
);
select isolate('told_by_hand', 'select, insert, delete');
