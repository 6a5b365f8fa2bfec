-- The course: its variant, the sessions held, what both agreed, and each step of its life. Steps and contracts are added, never changed.

create table course (
    practice_id     uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    variant         text not null,
    variant_version integer not null,                 -- 0 for one that comes with Tombolo
    state           text not null check (state in ('INTAKE', 'UNDERWAY', 'PAUSED', 'ENDED')),
    begun_by        uuid not null,
    begun_at        timestamptz not null,
    version         integer not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create unique index course_open on course (practice_id, person_id) where state <> 'ENDED';
create index course_of_person on course (practice_id, person_id, begun_at);
select isolate('course');

create table course_session (
    practice_id    uuid not null,
    course_id      uuid not null,
    number         smallint not null check (number > 0),
    person_id      uuid not null,
    held_at        timestamptz not null,
    appointment_id uuid,
    recorded_by    uuid not null,
    primary key (practice_id, course_id, number),
    foreign key (practice_id, course_id) references course (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create unique index course_session_once on course_session (practice_id, appointment_id) where appointment_id is not null;
select isolate('course_session', 'select, insert, delete');

create table course_step (
    practice_id uuid not null,
    id          uuid not null,
    course_id   uuid not null,
    person_id   uuid not null,
    kind        text not null check (kind in ('FOCUS', 'PAUSED', 'RESUMED', 'ENDING_SAID', 'ENDED')),
    detail      text not null,                        -- the problem areas, or why it ended: a category, never a word of anyone's
    words       bytea,                                -- sealed
    made_by     uuid not null,
    made_at     timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, course_id) references course (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index course_step_of_course on course_step (practice_id, course_id);
select isolate('course_step', 'select, insert, delete');

create table course_contract (
    practice_id uuid not null,
    id          uuid not null,
    course_id   uuid not null,
    person_id   uuid not null,
    version     integer not null check (version > 0),
    sessions    smallint not null check (sessions > 0),
    initial_to  smallint not null,
    middle_to   smallint not null,
    end_date    date not null,
    areas       text not null,
    words       bytea not null,                       -- sealed: goals, names and rules
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    agreed_way  text check (agreed_way in ('OWN_SIGN_IN', 'IN_THE_ROOM')),
    agreed_by   uuid,                                 -- whose hand put the person's yes down
    agreed_at   timestamptz,
    primary key (practice_id, id),
    unique (practice_id, course_id, version),
    check ((agreed_way is null) = (agreed_at is null) and (agreed_by is null) = (agreed_at is null)),
    foreign key (practice_id, course_id) references course (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('course_contract');

-- What is found and decided at the start, one row for each saving of each task: the newest is what holds.
create table intake_entry (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    course_id   uuid not null,
    task        text not null,
    version     integer not null check (version > 0),
    finished    boolean not null,
    words       bytea not null,                       -- sealed
    written_by  uuid not null,
    written_at  timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, person_id, task, version),
    foreign key (practice_id, course_id) references course (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('intake_entry', 'select, insert, delete');

-- A practice's own variants. A change is a new version, so that a course keeps the one it began with.
create table course_variant (
    practice_id uuid not null,
    id          uuid not null,
    variant     uuid not null,
    version     integer not null check (version > 0),
    body        bytea not null,                       -- sealed with the practice's key
    written_by  uuid not null,
    written_at  timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, variant, version)
);
select isolate('course_variant', 'select, insert');
