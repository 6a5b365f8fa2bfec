-- What somebody said when asked, right after their answers, whether they are safe right now: each time, as it was said.
create table said_how_safe (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    response_id uuid not null,                        -- the answers they were asked after
    safe        boolean not null,                     -- false for "no, or I am not sure"
    at          timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index said_how_safe_of on said_how_safe (practice_id, response_id);
select isolate('said_how_safe', 'select, insert, delete');

-- Whoever says after a concern was closed that they are not safe is heard anew, with the same answers.
drop index concern_opening_once;
create unique index concern_opening_once on concern_opening (practice_id, concern_id, response_id)
    where response_id is not null;
create index concern_opening_of_response on concern_opening (practice_id, response_id) where response_id is not null;
