-- A yes that was taken back: it counts no more, and that it once stood is not unsaid.
create table formulation_taken_back (
    practice_id    uuid not null,
    id             uuid not null,
    person_id      uuid not null,
    formulation_id uuid not null,
    way            text not null check (way in ('THEMSELF', 'IN_THE_ROOM')),
    recorded_by    uuid not null,
    agreed_at      timestamptz not null,
    taken_back_at  timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, formulation_id) references formulation (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index formulation_taken_back_of_version on formulation_taken_back (practice_id, formulation_id);
select isolate('formulation_taken_back', 'select, insert, delete');
