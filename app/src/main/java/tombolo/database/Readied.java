package tombolo.database;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks a database, in one question, whether it is fit to hold a record, and puts the tables in order where needed. */
record Readied(DataSource app, @Nullable DataSource owner) {
    static final String ROLES = """
            CREATE ROLE tombolo_owner LOGIN PASSWORD 'choose-one';
            CREATE ROLE tombolo_app LOGIN PASSWORD 'choose-another' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
            CREATE DATABASE tombolo OWNER tombolo_owner ENCODING 'UTF8' TEMPLATE template0;
            REVOKE ALL ON DATABASE tombolo FROM PUBLIC;
            GRANT CONNECT ON DATABASE tombolo TO tombolo_app;
            """;

    record Found(
            String role,
            boolean superuser,
            boolean bypass,
            boolean creator,
            boolean owner,
            boolean member,
            boolean shaped) {}

    Found refusedUnsafe() {
        Found found = look();
        refuseUnsafe(found);
        return found;
    }

    Readied checked(Migrations migrations) {
        Found found = refusedUnsafe();
        String wanted = migrations.fingerprint();
        if (!found.shaped || !wanted.equals(fingerprint())) {
            shape(migrations);
        }
        return this;
    }

    private void shape(Migrations migrations) {
        if (owner == null) {
            throw new UnsafeStart(
                    "The tables of this database belong to another version of Tombolo. Give"
                            + " TOMBOLO_DB_MIGRATE_URL (the owner's address) for this start, so that they can be brought up to date.");
        }
        migrations.run(owner);
    }

    private Found look() {
        try {
            return JdbcClient.create(app).sql("""
                            select current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypass,
                                   r.rolcreaterole or r.rolcreatedb as creator,
                                   exists (select from pg_class c where c.relowner = r.oid)
                                       or exists (select from pg_proc p where p.proowner = r.oid)
                                       or exists (select from pg_database d where d.datdba = r.oid) as owner,
                                   exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid
                                           where m.member = r.oid and g.rolname <> 'tombolo_app') as member,
                                   to_regclass('schema_fingerprint') is not null as shaped
                              from pg_roles r where r.rolname = current_user""").query(Found.class).single();
        } catch (DataAccessException e) {
            throw new UnsafeStart(
                    "The database cannot be reached with the address given. If its roles do not exist yet, a"
                            + " database administrator makes them with:\n\n" + ROLES,
                    e);
        }
    }

    private static void refuseUnsafe(Found found) {
        String why = found.superuser
                ? "is a superuser"
                : found.bypass
                        ? "may look past row-level security"
                        : found.creator
                                ? "may create roles or databases"
                                : found.owner
                                        ? "owns tables or the database"
                                        : found.member ? "belongs to other roles" : "";
        if (!why.isEmpty()) {
            throw new UnsafeStart(
                    "Tombolo will not work as the database role '" + found.role + "', because it " + why
                            + ": a mistake in one place could then show one practice's records to another. Use a role that may"
                            + " only work in the tables. A database administrator makes the two roles with:\n\n" + ROLES
                            + "\nThen TOMBOLO_DB_URL is the address for tombolo_app, and TOMBOLO_DB_MIGRATE_URL for tombolo_owner.");
        }
    }

    private String fingerprint() {
        return JdbcClient.create(app)
                .sql("select fingerprint from schema_fingerprint")
                .query(String.class)
                .optional()
                .orElse("");
    }
}
