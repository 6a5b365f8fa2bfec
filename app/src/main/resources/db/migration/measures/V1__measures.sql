-- What is asked before a session, what is answered, and what follows from it. Numbers and dates are plain; words are sealed.

-- One course as its scores see it. The course itself is kept elsewhere, under the same id.
create table series (
    practice_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    planned     smallint not null check (planned > 0),  -- sessions agreed on
    began_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
create unique index series_open on series (practice_id, person_id) where ended_at is null;
select isolate('series');

-- What the scores of one questionnaire come to in one course, kept up in the transaction of each answer.
create table series_measure (
    practice_id uuid not null,
    series_id   uuid not null,
    instrument  text not null,
    scores      integer not null,                       -- how many there are
    first       numeric(5, 2) not null,
    first_at    timestamptz not null,
    last        numeric(5, 2) not null,
    last_at     timestamptz not null,
    best        numeric(5, 2) not null,
    primary key (practice_id, series_id, instrument),
    foreign key (practice_id, series_id) references series (practice_id, id)
);
select isolate('series_measure');

-- Questions put to somebody, answered once and all together. The link's 256 bits are kept only as a hash.
create table asking (
    practice_id    uuid not null,
    id             uuid not null,
    person_id      uuid not null,
    series_id      uuid,
    instruments    text[] not null check (cardinality(instruments) > 0),
    appointment_id uuid,
    session        smallint check (session > 0),
    asked_at       timestamptz not null,
    opens_at       timestamptz not null,
    closes_at      timestamptz not null,
    secret_hash    bytea,
    guesses        smallint not null default 0,         -- wrong words of their own typed at the link
    answered_at    timestamptz,
    press          uuid,                                -- the press of the button that answered it
    withdrawn_at   timestamptz,
    primary key (practice_id, id),
    unique (practice_id, secret_hash),
    foreign key (practice_id, person_id) references person (practice_id, id),
    foreign key (practice_id, series_id) references series (practice_id, id),
    check (opens_at < closes_at)
);
create index asking_of_person on asking (practice_id, person_id, closes_at);
create index asking_of_appointment on asking (practice_id, appointment_id);
select isolate('asking');

-- One filled-in questionnaire, never changed afterwards; one that should not count is set aside, with the reason.
create table response (
    practice_id   uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    series_id     uuid,
    asking_id     uuid,
    instrument    text not null,
    session       smallint check (session > 0),
    taken_at      timestamptz not null,                 -- when it was answered
    kept_at       timestamptz not null,
    way           text not null check (way in ('LINK', 'SIGNED_IN', 'IN_ROOM', 'PAPER', 'ENTERED')),
    kept_by       uuid,                                 -- whose hand, where it was not their own
    reason        bytea,                                -- sealed: why it was entered for them
    answers       smallint[] not null,                  -- as printed on the form; null where not answered
    answered      smallint not null,
    total         numeric(5, 2),                        -- null: too many answers are missing
    band          text,
    at_case       boolean,
    risk          text not null check (risk in ('NOT_ASKED', 'UNANSWERED', 'NOT_AT_ALL', 'ABOVE_NOT_AT_ALL')),
    set_aside_at  timestamptz,
    set_aside_by  uuid,
    set_aside_why bytea,                                -- sealed
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id),
    foreign key (practice_id, series_id) references series (practice_id, id),
    foreign key (practice_id, asking_id) references asking (practice_id, id)
);
create unique index response_once on response (practice_id, asking_id, instrument);
create index response_of_person on response (practice_id, person_id, taken_at);
create index response_of_series on response (practice_id, series_id);
select isolate('response');

-- The word of their own that opens a link, as Argon2id has it.
create table own_word (
    practice_id uuid not null,
    person_id   uuid not null,
    word        text not null,
    chosen_at   timestamptz not null,
    primary key (practice_id, person_id),
    foreign key (practice_id, person_id) references person (practice_id, id)
);
select isolate('own_word');

-- A rule that asks the therapist to look again, and what they then decided.
create table alert (
    practice_id     uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    series_id       uuid not null,
    rule            text not null check (rule in ('RELIABLY_WORSE', 'RISING', 'NO_RELIABLE_FALL', 'MISSED')),
    instrument      text not null,                      -- empty where it is about no questionnaire
    session         smallint,
    before          smallint,                           -- the score it was measured against
    now             smallint,
    raised_at       timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    action          text check (action in ('ALLIANCE', 'FOCUS', 'MOTIVATION', 'SUPPORTS', 'RISK', 'STEP_UP', 'SUPERVISION')),
    words           bytea,                              -- sealed
    primary key (practice_id, id),
    foreign key (practice_id, person_id) references person (practice_id, id),
    foreign key (practice_id, series_id) references series (practice_id, id),
    check ((acknowledged_at is null) = (action is null)),
    check ((acknowledged_at is null) = (acknowledged_by is null))
);
create unique index alert_once on alert (practice_id, series_id, rule, instrument) where acknowledged_at is null;
create index alert_of_person on alert (practice_id, person_id);
select isolate('alert');
