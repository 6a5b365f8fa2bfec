-- What is kept of each session. A draft may be changed; a signed note may not, because nothing has the right to change its
-- row: signing moves the words from the one table to the other.

create table session_note (
    practice_id     uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    course_id       uuid not null,
    session         smallint not null check (session between 1 and 400),
    begun_by        uuid not null,
    begun_at        timestamptz not null,
    words           bytea not null,                   -- sealed: everything the note says
    privately       bytea,                            -- sealed: only for whoever began it
    techniques      text[] not null,
    safety          text check (safety in ('NOT_TODAY', 'TALKED', 'NEEDS_DOING')),
    time_left_said  boolean not null,
    version         integer not null check (version > 0),
    primary key (practice_id, id),
    unique (practice_id, course_id, session),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index session_note_person on session_note (practice_id, person_id);
select isolate('session_note');

create table signed_note (
    practice_id     uuid not null,
    id              uuid not null,                    -- that of the draft
    person_id       uuid not null,
    course_id       uuid not null,
    session         smallint not null check (session between 1 and 400),
    begun_by        uuid not null,
    begun_at        timestamptz not null,
    words           bytea not null,                   -- sealed
    privately       bytea,                            -- sealed: only for whoever began it
    techniques      text[] not null,
    safety          text not null check (safety in ('NOT_TODAY', 'TALKED', 'NEEDS_DOING')),
    time_left_said  boolean not null,
    version         integer not null check (version > 0),
    signed_by       uuid not null,
    signed_at       timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, course_id, session),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index signed_note_person on signed_note (practice_id, person_id);
select isolate('signed_note', 'select, insert, delete');    -- deleted only with the person

create table note_addendum (
    practice_id     uuid not null,
    id              uuid not null,
    note_id         uuid not null,
    person_id       uuid not null,
    words           bytea not null,                   -- sealed
    written_by      uuid not null,
    written_at      timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, note_id) references signed_note (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index note_addendum_note on note_addendum (practice_id, note_id);
select isolate('note_addendum', 'select, insert, delete');

-- The plan for one hour, once the therapist has touched it; until then it is made from the thread each time it is looked at.
create table session_plan (
    practice_id     uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    course_id       uuid not null,
    session         smallint not null check (session between 1 and 400),
    words           bytea not null,                   -- sealed: the lines, in their order
    version         integer not null check (version > 0),
    changed_by      uuid not null,
    changed_at      timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, course_id, session),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index session_plan_person on session_plan (practice_id, person_id);
select isolate('session_plan');

-- How a therapist looks back at an hour of their own: 0 not done, 1 partly, 2 done, -1 did not apply, -2 not said.
create table self_review (
    practice_id     uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    course_id       uuid not null,
    session         smallint not null check (session between 1 and 400),
    reviewer        uuid not null,
    items           text[] not null,
    answers         smallint[] not null check (cardinality(answers) = cardinality(items)),
    filled_at       timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, course_id, session, reviewer),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index self_review_person on self_review (practice_id, person_id);
select isolate('self_review');
