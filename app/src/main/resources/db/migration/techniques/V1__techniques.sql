-- Pieces of work with the techniques of IPT, and where saying something hard to somebody is not safe.

create table piece_of_work (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    technique   text not null check (technique ~ '^[a-z][a-z-]{1,40}$'),
    with_id     uuid,                                 -- whom on the circles; they may have left the circles since
    words       bytea not null,                       -- sealed: what was said in it, and what they were called
    whole       boolean not null,                     -- the least path is done
    begun_by    uuid not null,
    begun_at    timestamptz not null,
    changed_at  timestamptz not null,
    try_id      uuid,                                 -- what came of it for the week
    version     integer not null default 0,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index piece_of_work_by_day on piece_of_work (practice_id, person_id, changed_at desc);
select isolate('piece_of_work');

create table safe_to_say (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    with_id     uuid not null,
    answer      bytea not null,                       -- sealed
    answered_by uuid not null,
    answered_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index safe_to_say_with on safe_to_say (practice_id, person_id, with_id, answered_at desc);
select isolate('safe_to_say');
