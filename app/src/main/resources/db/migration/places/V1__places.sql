-- Places to belong: what there is nearby, as a public directory words it. Nothing in it is about anybody, so nothing is sealed.

create table place_directory (
    practice_id uuid primary key,
    imported_at timestamptz not null,
    imported_by uuid not null,
    came_in     integer not null check (came_in >= 0),
    left_out    integer not null check (left_out >= 0),  -- not active
    whole       boolean not null,                        -- false where the file said that it was one page of several
    foreign key (practice_id, imported_by) references account (practice_id, id)
);
select isolate('place_directory');

create table place_to_belong (
    practice_id  uuid not null,
    id           uuid not null,
    name         text not null,
    organisation text not null,
    description  text not null,
    for_whom     text not null,
    cost         text not null,
    email        text not null,
    website      text not null,
    addresses    jsonb not null,
    hours        jsonb not null,
    phones       jsonb not null,
    primary key (practice_id, id),
    foreign key (practice_id) references place_directory (practice_id)
);
select isolate('place_to_belong');
