-- Who read and wrote what, as chains of hashes: one chain per practice and bucket. Nothing of what was read or written.

create table audit_head (
    practice_id uuid not null,
    bucket      smallint not null check (bucket between 0 and 63),
    seq         bigint not null,
    hash        bytea not null,
    primary key (practice_id, bucket)
);
select isolate('audit_head', 'select');

create table audit_entry (
    practice_id uuid not null,
    bucket      smallint not null,
    seq         bigint not null,
    at          timestamptz not null,
    actor       uuid,
    roles       text not null,
    act         text not null,
    about       uuid,
    what        text not null,
    hash        bytea not null,
    primary key (practice_id, bucket, seq),
    foreign key (practice_id, bucket) references audit_head (practice_id, bucket)
);
create index audit_entry_about on audit_entry (practice_id, about, at desc) where about is not null;
create index audit_entry_at on audit_entry using brin (at);
select isolate('audit_entry', 'select');

create function audit_part(value bytea) returns bytea
    language sql immutable parallel safe
    return coalesce(int4send(octet_length(value)) || value, int4send(-1));
revoke execute on function audit_part(bytea) from public;

-- The only way to write an entry. The head row is locked, so entries of one chain follow each other.
create function audit_append(
    practice uuid, chain smallint, moment timestamptz, actor uuid, roles text, act text, about uuid, what text)
    returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    head public.audit_head;
    link bytea;
begin
    select * into head from public.audit_head h where h.practice_id = practice and h.bucket = chain for update;
    if not found then
        insert into public.audit_head (practice_id, bucket, seq, hash)
            values (practice, chain, 0, decode(repeat('00', 32), 'hex'))
            on conflict do nothing;
        select * into strict head from public.audit_head h
            where h.practice_id = practice and h.bucket = chain for update;
    end if;
    head.seq := head.seq + 1;
    link := sha256(head.hash
        || public.audit_part(uuid_send(practice))
        || public.audit_part(int2send(chain))
        || public.audit_part(int8send(head.seq))
        || public.audit_part(int8send((extract(epoch from moment) * 1000000)::bigint))
        || public.audit_part(uuid_send(actor))
        || public.audit_part(convert_to(roles, 'UTF8'))
        || public.audit_part(convert_to(act, 'UTF8'))
        || public.audit_part(uuid_send(about))
        || public.audit_part(convert_to(what, 'UTF8')));
    insert into public.audit_entry (practice_id, bucket, seq, at, actor, roles, act, about, what, hash)
        values (practice, chain, head.seq, moment, actor, roles, act, about, what, link);
    update public.audit_head h set seq = head.seq, hash = link where h.practice_id = practice and h.bucket = chain;
    return head.seq;
end
$$;
revoke execute on function audit_append(uuid, smallint, timestamptz, uuid, text, text, uuid, text) from public;
grant execute on function audit_append(uuid, smallint, timestamptz, uuid, text, text, uuid, text) to tombolo_app;
