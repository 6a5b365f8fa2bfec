-- What it felt like, what happened, and what somebody was for others. Words and the people they are about are sealed together.

create table timeline_entry (
    practice_id     uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    what            text not null check (what in
        ('WELL', 'ONSET', 'WORSE', 'BETTER', 'LOSS', 'DISPUTE', 'CHANGE', 'ISOLATION', 'POSITIVE', 'HEALTH', 'ROLE')),
    first_day       date not null,                    -- of the time that was said
    precision       text not null check (precision in ('DAY', 'MONTH', 'SEASON', 'THIRD', 'YEAR')),
    about           boolean not null,
    until_day       date,                             -- a role that has ended
    until_precision text check (until_precision in ('DAY', 'MONTH', 'SEASON', 'THIRD', 'YEAR')),
    until_about     boolean,
    mood            smallint check (mood between 0 and 10),
    words           bytea not null,                   -- sealed
    told_by         uuid not null,
    told_at         timestamptz not null,
    removed_at      timestamptz,
    version         integer not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index timeline_entry_of_person on timeline_entry (practice_id, person_id);
select isolate('timeline_entry');
