-- Whoever began a note and does not see the person any more leaves it behind: whoever walks with the person writes it to its
-- end, and it says who began it.
alter table session_note add column taken_from uuid;
alter table signed_note add column taken_from uuid;

-- The private part of such a note is nobody's to read here; it can still be asked for under data-protection law.
create table note_left_behind (
    practice_id     uuid not null,
    note_id         uuid not null,
    person_id       uuid not null,
    begun_by        uuid not null,
    privately       bytea not null,                   -- sealed, as it was in the draft
    left_at         timestamptz not null,
    primary key (practice_id, note_id, left_at),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index note_left_behind_person on note_left_behind (practice_id, person_id);
select isolate('note_left_behind', 'select, insert, delete');
