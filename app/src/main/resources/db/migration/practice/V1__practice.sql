-- The practice: what it is called, when it is open, how soon it answers, and whom it has invited to work in it.

create table practice (
    practice_id uuid primary key,
    name        bytea not null,                       -- sealed
    word        bytea not null,                       -- sealed: what it calls the people it sees
    phone       bytea,                                -- sealed
    zone        text not null,
    country     text not null check (country ~ '^[A-Z]{2}$'),
    open_days   smallint not null check (open_days between 1 and 127), -- Monday is 1, Tuesday 2, Wednesday 4 and so on
    answer_days smallint not null check (answer_days between 1 and 30),
    answered_by uuid not null,
    cover       uuid,
    version     integer not null,
    foreign key (practice_id, answered_by) references account (practice_id, id),
    foreign key (practice_id, cover) references account (practice_id, id)
);
select isolate('practice', 'select, insert, update');

create table closed_day (
    practice_id uuid not null,
    day         date not null,
    primary key (practice_id, day)
);
select isolate('closed_day', 'select, insert, delete');

create table staff_invitation (
    practice_id uuid not null,
    id          uuid not null,
    secret_hash bytea not null,
    name        bytea not null,                       -- sealed
    roles       text not null,
    invited_by  uuid not null,
    made_at     timestamptz not null,
    ends_at     timestamptz not null,
    ended       text check (ended in ('USED', 'WITHDRAWN')),
    primary key (practice_id, id),
    unique (practice_id, secret_hash),
    foreign key (practice_id, invited_by) references account (practice_id, id)
);
select isolate('staff_invitation', 'select, insert, update');
