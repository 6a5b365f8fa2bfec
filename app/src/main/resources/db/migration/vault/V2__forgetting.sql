-- Whose keys are to be destroyed: asked for in the act that forgets the person, done once that is certain.
create table forgetting (
    practice_id  uuid not null,
    person_id    uuid not null,
    asked_at     timestamptz not null,
    destroyed_at timestamptz,
    primary key (practice_id, person_id)
);
create index forgetting_open on forgetting (practice_id) where destroyed_at is null;
select isolate('forgetting', 'select, insert, update');
