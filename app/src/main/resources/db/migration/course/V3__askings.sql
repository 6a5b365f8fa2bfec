-- For which appointments the questions of a course were put, so that nobody is asked twice.
create table course_asking (
    practice_id    uuid not null,
    appointment_id uuid not null,
    course_id      uuid not null,
    person_id      uuid not null,
    asking_id      uuid,
    made_at        timestamptz not null,
    answered_at    timestamptz,
    primary key (practice_id, appointment_id),
    foreign key (practice_id, course_id) references course (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index course_asking_of_person on course_asking (practice_id, person_id) where answered_at is null;
select isolate('course_asking');
