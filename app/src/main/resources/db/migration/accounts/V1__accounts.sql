-- Who may sign in, with what, and where they are signed in now. Names, addresses and labels are sealed; secrets are hashes.

create table account (
    practice_id   uuid not null,
    id            uuid not null,
    area          text not null check (area in ('MY', 'DESK')),
    standing      text not null check (standing in ('ENROLLING', 'ACTIVE', 'DISABLED')),
    person_id     uuid,
    address_index bytea,
    address       bytea,
    name          bytea,
    password      text,
    phrase        text,
    user_handle   bytea not null,
    invited_by    uuid,
    opened_at     timestamptz not null,
    version       integer not null default 0,
    primary key (practice_id, id),
    unique (practice_id, area, address_index),
    unique (practice_id, person_id),
    unique (practice_id, user_handle),
    foreign key (practice_id, invited_by) references account (practice_id, id),
    check ((area = 'MY') = (person_id is not null)),
    check (area = 'MY' or name is not null)
);
select isolate('account');

create table account_role (
    practice_id uuid not null,
    account_id  uuid not null,
    role        text not null,
    primary key (practice_id, account_id, role),
    foreign key (practice_id, account_id) references account (practice_id, id) on delete cascade
);
select isolate('account_role');

-- A device's own key. https://www.w3.org/TR/webauthn-3/#credential-record
create table passkey (
    practice_id   uuid not null,
    id            uuid not null,
    account_id    uuid not null,
    credential_id bytea not null,
    public_key    bytea not null,
    sign_count    bigint not null,
    transports    text not null,
    verified      boolean not null,
    backup_able   boolean not null,
    backed_up     boolean not null,
    attestation   bytea not null,
    client_data   bytea not null,
    label         bytea not null,
    added_at      timestamptz not null,
    used_at       timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, credential_id),
    foreign key (practice_id, account_id) references account (practice_id, id) on delete cascade
);
create index passkey_account on passkey (practice_id, account_id);
select isolate('passkey');

-- The app on a phone that shows six digits; last_step makes each code work once.
create table authenticator (
    practice_id  uuid not null,
    account_id   uuid not null,
    secret       bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0,
    failures     integer not null default 0,
    closed_until timestamptz,
    primary key (practice_id, account_id),
    foreign key (practice_id, account_id) references account (practice_id, id) on delete cascade
);
select isolate('authenticator');

create table recovery_code (
    practice_id uuid not null,
    account_id  uuid not null,
    code_hash   bytea not null,
    used_at     timestamptz,
    primary key (practice_id, account_id, code_hash),
    foreign key (practice_id, account_id) references account (practice_id, id) on delete cascade
);
select isolate('recovery_code');

-- Somebody signed in on a device. The cookie's 256 bits are kept only as a hash.
create table sign_in (
    practice_id  uuid not null,
    id           uuid not null,
    account_id   uuid not null,
    area         text not null check (area in ('MY', 'DESK')),
    stage        text not null check (stage in ('PASSWORD_GIVEN', 'ENROLLING', 'COMPLETE')),
    secret_hash  bytea not null,
    label        bytea not null,
    idle_seconds integer not null,
    began_at     timestamptz not null,
    seen_at      timestamptz not null,
    proved_at    timestamptz not null,
    ends_at      timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, secret_hash),
    foreign key (practice_id, account_id) references account (practice_id, id) on delete cascade
);
create index sign_in_account on sign_in (practice_id, account_id);
select isolate('sign_in');

-- A way back in for somebody who has lost every key: begun by them, witnessed by others, and slow.
create table way_back (
    practice_id  uuid not null,
    id           uuid not null,
    account_id   uuid not null,
    secret_hash  bytea not null,
    spoken       text not null,
    phrase_known boolean not null,
    begun_at     timestamptz not null,
    opens_at     timestamptz,
    ends_at      timestamptz not null,
    ended        text check (ended in ('USED', 'CANCELLED', 'REFUSED', 'REPLACED')),
    primary key (practice_id, id),
    unique (practice_id, secret_hash),
    foreign key (practice_id, account_id) references account (practice_id, id) on delete cascade
);
create index way_back_account on way_back (practice_id, account_id);
select isolate('way_back');

create table way_back_witness (
    practice_id uuid not null,
    way_back_id uuid not null,
    account_id  uuid not null,
    at          timestamptz not null,
    primary key (practice_id, way_back_id, account_id),
    foreign key (practice_id, way_back_id) references way_back (practice_id, id) on delete cascade,
    foreign key (practice_id, account_id) references account (practice_id, id)
);
select isolate('way_back_witness');
