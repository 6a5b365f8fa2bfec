-- Something was said that a human must answer. How much was answered stands nowhere here: it changes nothing.

create table concern (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    owner_id    uuid not null,                        -- who answers for it
    state       text not null check (state in ('OPEN', 'TAKEN', 'CLOSED')),
    opened_at   timestamptz not null,
    due_at      timestamptz not null,                 -- when the next one is told
    rung        smallint not null,                    -- how far it has been passed on; 0 is the owner
    taken_by    uuid,
    closed_at   timestamptz,
    version     integer not null,
    primary key (practice_id, id),
    check ((state = 'TAKEN') <= (taken_by is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create unique index concern_once on concern (practice_id, person_id) where state <> 'CLOSED';
create index concern_of_person on concern (practice_id, person_id);
select isolate('concern');

create table concern_opening (
    practice_id uuid not null,
    id          uuid not null,
    concern_id  uuid not null,
    person_id   uuid not null,
    source      text not null check (source in ('ANSWER', 'ROOM', 'MESSAGE')),
    response_id uuid,                                 -- which answers; what was answered stands there alone
    instrument  text,
    said        bytea,                                -- sealed
    by_id       uuid,
    at          timestamptz not null,
    safe_now    boolean,                              -- what they said when asked; empty when they were not, or did not say
    primary key (practice_id, id),
    check ((source = 'ANSWER') = (response_id is not null)),
    foreign key (practice_id, concern_id) references concern (practice_id, id)
);
create unique index concern_opening_once on concern_opening (practice_id, response_id) where response_id is not null;
create index concern_opening_of on concern_opening (practice_id, concern_id);
select isolate('concern_opening');

create table concern_step (
    practice_id uuid not null,
    id          uuid not null,
    concern_id  uuid not null,
    person_id   uuid not null,
    kind        text not null check (kind in ('TOLD', 'HANDED', 'TAKEN', 'SPOKE', 'MET', 'PLAN', 'GP', 'EMERGENCY',
                                              'NOT_REACHED', 'CLOSED')),
    at          timestamptz not null,
    by_id       uuid,
    to_id       uuid,
    words       bytea,                                -- sealed
    primary key (practice_id, id),
    foreign key (practice_id, concern_id) references concern (practice_id, id)
);
create index concern_step_of on concern_step (practice_id, concern_id);
select isolate('concern_step', 'select, insert, delete');

-- The question was put and left open: no concern, but not to be forgotten at the next contact.
create table left_open (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    response_id uuid not null,
    at          timestamptz not null,
    asked_at    timestamptz,
    asked_by    uuid,
    primary key (practice_id, id),
    unique (practice_id, response_id),
    check ((asked_at is null) = (asked_by is null)),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index left_open_of_person on left_open (practice_id, person_id) where asked_at is null;
select isolate('left_open');

-- How long each one has, where a practice wants to be quicker than it must.
create table concern_clock (
    practice_id   uuid primary key,
    opens         time not null check (opens <= time '09:00'),
    closes        time not null check (closes >= time '17:00'),
    owner_minutes smallint not null check (owner_minutes between 15 and 120),
    cover_minutes smallint not null check (cover_minutes between 15 and 120),
    version       integer not null
);
select isolate('concern_clock', 'select, insert, update');
