-- What is to be written to people and staff, and what came of it. Words and addresses are sealed; kinds, times and states are not.

create table message (
    practice_id   uuid not null,
    id            uuid not null,
    key           text not null,                      -- what it is about, by ids only: asked for twice, it is one message
    person_id     uuid,
    account_id    uuid,                               -- a member of staff
    kind          text not null,
    state         text not null check (state in ('WAITING', 'SENDING', 'SENT', 'UNKNOWN', 'NOT_SENT', 'FAILED', 'EXPIRED',
                                                 'NOT_SAFE', 'WITHDRAWN')),
    way           text check (way in ('EMAIL', 'TEXT')),
    words         bytea,                              -- sealed, with the person's key or the practice's; gone some time after the end
    address       bytea,                              -- sealed, as it was when the message went
    made_at       timestamptz not null,
    not_before    timestamptz not null,
    useless_after timestamptz not null,
    next_try      timestamptz not null,
    tries         smallint not null default 0,
    claim         uuid,                               -- whoever hands it over now
    claimed_at    timestamptz,
    ended_at      timestamptz,
    noted_at      timestamptz,                        -- somebody at the desk has seen to it
    primary key (practice_id, id),
    unique (practice_id, key),
    foreign key (practice_id, person_id) references person (practice_id, id),
    foreign key (practice_id, account_id) references account (practice_id, id),
    check ((person_id is null) <> (account_id is null)),
    check ((ended_at is null) = (state in ('WAITING', 'SENDING')))
);
create index message_open on message (practice_id, next_try) where ended_at is null;
create index message_of_person on message (practice_id, person_id, made_at);
select isolate('message');

-- When somebody may be written to.
create table message_wish (
    practice_id uuid not null,
    person_id   uuid not null,
    from_time   time not null,
    until_time  time not null,
    days        smallint not null check (days between 1 and 127),
    reminders   boolean not null,
    primary key (practice_id, person_id),
    foreign key (practice_id, person_id) references person (practice_id, id),
    check (from_time < until_time)
);
select isolate('message_wish');

-- The neutral name messages come from.
create table message_sender (
    practice_id uuid not null,
    name        bytea not null,                       -- sealed
    primary key (practice_id)
);
select isolate('message_sender');
