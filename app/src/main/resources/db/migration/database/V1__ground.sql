-- The ground every other module's tables stand on. How to write a table: docs/decisions/0002-tenancy-and-sealing.md.

-- Known before a practice is: which practices there are, and under which host name each is found.
create table practice_registry (
    practice_id uuid primary key,
    host        text not null unique
);
grant select, insert on practice_registry to tombolo_app;

-- What all migration scripts together came to when they were last run.
create table schema_fingerprint (
    one         smallint primary key check (one = 1),
    fingerprint text not null
);
grant select on schema_fingerprint to tombolo_app;

-- Closes a table to every practice but the one the transaction was begun for, and lets the application work in it.
create function isolate(name regclass, rights text default 'select, insert, update, delete') returns void
    language plpgsql
    set search_path = pg_catalog, public
as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy own_practice on %s'
        ' using (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)'
        ' with check (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)', name);
    execute format('grant %s on %s to tombolo_app', rights, name);
end
$$;
revoke execute on function isolate(regclass, text) from public;
