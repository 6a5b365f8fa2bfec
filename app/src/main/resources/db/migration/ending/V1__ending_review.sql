-- What person and therapist look back on at the end, and what the person means to do if it comes back. A review is never
-- changed: the next version stands beside it.

create table ending_review (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    version     integer not null check (version > 0),
    words       bytea not null,                       -- sealed: all parts, people's names too
    written_by  uuid not null,
    written_at  timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, person_id, version),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('ending_review', 'select, insert, delete');
