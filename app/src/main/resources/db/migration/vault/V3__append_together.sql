-- What one act leaves in one chain is appended together, in the order given: the head is locked and moved on once.
drop function audit_append(uuid, smallint, timestamptz, uuid, text, text, uuid, text);

create function audit_append(
    practice uuid, chain smallint,
    moments timestamptz[], actors uuid[], roles text[], acts text[], abouts uuid[], whats text[])
    returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    head public.audit_head;
    hashes bytea[];
    began bigint;
begin
    select * into head from public.audit_head h where h.practice_id = practice and h.bucket = chain for update;
    if not found then
        insert into public.audit_head (practice_id, bucket, seq, hash)
            values (practice, chain, 0, decode(repeat('00', 32), 'hex'))
            on conflict do nothing;
        select * into strict head from public.audit_head h
            where h.practice_id = practice and h.bucket = chain for update;
    end if;
    began := head.seq;
    for i in 1 .. cardinality(moments) loop
        head.seq := head.seq + 1;
        head.hash := sha256(head.hash
            || public.audit_part(uuid_send(practice))
            || public.audit_part(int2send(chain))
            || public.audit_part(int8send(head.seq))
            || public.audit_part(int8send((extract(epoch from moments[i]) * 1000000)::bigint))
            || public.audit_part(uuid_send(actors[i]))
            || public.audit_part(convert_to(roles[i], 'UTF8'))
            || public.audit_part(convert_to(acts[i], 'UTF8'))
            || public.audit_part(uuid_send(abouts[i]))
            || public.audit_part(convert_to(whats[i], 'UTF8')));
        hashes[i] := head.hash;
    end loop;
    insert into public.audit_entry (practice_id, bucket, seq, at, actor, roles, act, about, what, hash)
        select practice, chain, began + line.place, line.moment, line.actor, line.roles, line.act, line.about, line.what, line.hash
        from unnest(moments, actors, roles, acts, abouts, whats, hashes) with ordinality
            as line (moment, actor, roles, act, about, what, hash, place);
    update public.audit_head h set seq = head.seq, hash = head.hash where h.practice_id = practice and h.bucket = chain;
    return head.seq;
end
$$;
revoke execute on function audit_append(uuid, smallint, timestamptz[], uuid[], text[], text[], uuid[], text[]) from public;
grant execute on function audit_append(uuid, smallint, timestamptz[], uuid[], text[], text[], uuid[], text[]) to tombolo_app;
