-- What somebody said they would try and how it went, and their mood on days when things happened between people.

create table try (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    words       bytea not null,                       -- sealed: what, whom as they were called, when, what could get in the way
    with_id     uuid,                                 -- whom on the circles; they may have left the circles since
    session     smallint check (session > 0),
    agreed_by   uuid not null,
    agreed_at   timestamptz not null,
    how         text check (how in ('DID', 'PARTLY', 'NOT_YET', 'CHANGED_MY_MIND')),
    how_words   bytea,                                -- sealed
    told_by     uuid,
    told_at     timestamptz,
    version     integer not null default 0,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id),
    check ((how is null) = (told_at is null) and (how is null) = (told_by is null))
);
create index try_by_day on try (practice_id, person_id, agreed_at desc);
select isolate('try');

create table mood_entry (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    mood        smallint not null check (mood between 0 and 10),
    day         date not null,
    words       bytea not null,                       -- sealed: what happened, whom as they were called, how the two go together
    with_ids    uuid[] not null,                      -- who on the circles; they may have left the circles since
    began       text not null check (began in ('MOOD', 'EVENT')),
    written_at  timestamptz not null,
    version     integer not null default 0,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index mood_entry_by_day on mood_entry (practice_id, person_id, day desc);
select isolate('mood_entry');
