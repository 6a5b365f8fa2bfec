-- The people in somebody's life: how it is now, how it was at each version, what was done and by whom, and pictures kept.

create table inventory (
    practice_id uuid not null,
    person_id   uuid not null,
    steps       integer not null,                     -- done so far; whoever changes anything holds this row
    primary key (practice_id, person_id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('inventory');

create table relationship (
    practice_id   uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    name          bytea not null,                     -- sealed
    words         bytea,                              -- sealed
    stands        text not null check (stands in
        ('VERY_CLOSE', 'CLOSE', 'FURTHER_OUT', 'NOT_PLACED', 'NOT_YET_MET', 'LEFT', 'DIED')),
    wished        text check (wished in ('VERY_CLOSE', 'CLOSE', 'FURTHER_OUT', 'LEFT')),
    sector        text not null check (sector in ('FAMILY', 'FRIENDS', 'WORK', 'OTHERS')),
    tie           text,
    heard         smallint check (heard between 0 and 4),
    heard_wished  smallint check (heard_wished between 0 and 4),
    honest        smallint check (honest between 0 and 4),
    honest_wished smallint check (honest_wished between 0 and 4),
    often         text,
    ways          text[] not null,
    received      smallint[] not null,                -- emotional, practical, advice, appraisal, company: 0 to 3, or null
    given         smallint[] not null,
    strain        smallint check (strain between 0 and 3),
    confidant     boolean,
    mine_met      text,
    theirs_met    text,
    removed_at    timestamptz,
    version       integer not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references inventory (practice_id, person_id)
);
create index relationship_of_person on relationship (practice_id, person_id);
select isolate('relationship');

-- Earlier versions, for undo and for then-and-now. The seals are those of the row they were copied from.
create table relationship_past (
    like relationship,
    primary key (practice_id, id, version),
    foreign key (practice_id, id) references relationship (practice_id, id) on delete cascade
);
select isolate('relationship_past');

create table inventory_change (
    practice_id     uuid not null,
    person_id       uuid not null,
    step            integer not null,
    relationship_id uuid not null,
    kind            text not null,
    before          integer,                          -- the version it was, none for somebody new
    after           integer not null,
    changed_by      uuid not null,
    changed_at      timestamptz not null,
    undone_by       uuid,
    undone_at       timestamptz,
    primary key (practice_id, person_id, step, relationship_id),
    foreign key (practice_id, person_id) references inventory (practice_id, person_id),
    foreign key (practice_id, relationship_id) references relationship (practice_id, id) on delete cascade
);
select isolate('inventory_change');

create table inventory_snapshot (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    moment      text not null check (moment in ('START', 'MIDDLE', 'END', 'DAY')),
    title       bytea,                                -- sealed
    kept_by     uuid not null,
    kept_at     timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references inventory (practice_id, person_id)
);
create index inventory_snapshot_of_person on inventory_snapshot (practice_id, person_id);
select isolate('inventory_snapshot');

create table inventory_snapshot_relationship (
    practice_id     uuid not null,
    snapshot_id     uuid not null,
    relationship_id uuid not null,
    version         integer not null,
    primary key (practice_id, snapshot_id, relationship_id),
    foreign key (practice_id, snapshot_id) references inventory_snapshot (practice_id, id) on delete cascade,
    foreign key (practice_id, relationship_id) references relationship (practice_id, id)
);
create index inventory_snapshot_of_relationship on inventory_snapshot_relationship (practice_id, relationship_id);
select isolate('inventory_snapshot_relationship');
