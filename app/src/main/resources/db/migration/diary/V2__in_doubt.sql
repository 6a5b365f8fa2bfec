-- Hours of which it is not known whether they take place, because the therapist is away then and nobody has taken them.

create table appointment_in_doubt (
    practice_id    uuid not null,
    appointment_id uuid not null,
    person_id      uuid not null,
    since          timestamptz not null,
    primary key (practice_id, appointment_id),
    foreign key (practice_id, appointment_id) references appointment (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index appointment_in_doubt_of_person on appointment_in_doubt (practice_id, person_id);
select isolate('appointment_in_doubt');
