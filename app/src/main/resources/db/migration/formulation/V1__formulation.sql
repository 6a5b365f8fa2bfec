-- What the problem is thought to be. A version is never changed; whoever agrees, agrees to one version.

create table formulation (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    version     integer not null check (version > 0),
    words       bytea not null,                       -- sealed: every sentence
    written_by  uuid not null,
    written_at  timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, person_id, version),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('formulation', 'select, insert, delete');

create table formulation_agreement (
    practice_id    uuid not null,
    id             uuid not null,
    person_id      uuid not null,
    formulation_id uuid not null,
    side           text not null check (side in ('PERSON', 'THERAPIST')),
    way            text not null check (way in ('THEMSELF', 'IN_THE_ROOM')),
    recorded_by    uuid not null,
    agreed_at      timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, formulation_id, side),
    foreign key (practice_id, formulation_id) references formulation (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('formulation_agreement', 'select, insert, delete');
