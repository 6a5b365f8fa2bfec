-- People, who walks with them, what they have agreed to, and how they are invited in.

create table person (
    practice_id uuid not null,
    id          uuid not null,
    since       timestamptz not null,
    name        bytea,                                -- sealed
    way         text not null check (way in ('PHONE', 'EMAIL', 'THEY_RING', 'IN_PERSON')),
    address     bytea,                                -- sealed
    voice_safe  boolean not null,
    text_safe   boolean not null,
    email_safe  boolean not null,
    hours       bytea,                                -- sealed
    account_id  uuid,
    enrolled_at timestamptz,
    version     integer not null,
    primary key (practice_id, id),
    check ((account_id is null) = (enrolled_at is null))
);
select isolate('person');

create table care (
    practice_id  uuid not null,
    id           uuid not null,
    person_id    uuid not null,
    therapist_id uuid not null,
    began_at     timestamptz not null,
    ended_at     timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create unique index care_once on care (practice_id, person_id, therapist_id) where ended_at is null;
create index care_of_therapist on care (practice_id, therapist_id) where ended_at is null;
select isolate('care');

create table consent (
    practice_id  uuid not null,
    id           uuid not null,
    person_id    uuid not null,
    purpose      text not null check (purpose in ('RECORD', 'SUPERVISION', 'FIGURES')),
    text_version smallint not null,                   -- which wording they read
    language     text not null,                       -- and in which language
    given_at     timestamptz not null,
    withdrawn_at timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create unique index consent_once on consent (practice_id, person_id, purpose) where withdrawn_at is null;
select isolate('consent');

create table invitation (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    secret_hash bytea not null,
    invited_by  uuid not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz,
    primary key (practice_id, id),
    unique (practice_id, secret_hash),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create index invitation_of_person on invitation (practice_id, person_id);
select isolate('invitation');
