package tombolo.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules every table keeps, as questions to the database; each answer names what breaks the rule. */
final class SchemaRules {
    /** Tables that belong to no practice, and why there are any. */
    private static final String GLOBAL = """
            (t.relname like 'flyway\\_%'            -- which scripts were run
             or t.relname in ('practice_registry',  -- asked before a practice is known
                              'schema_fingerprint', -- what all scripts came to
                              'scheduled_tasks'))   -- when a job runs next, for whichever practice
            """;

    private static final String TABLES =
            "pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public' and t.relkind in ('r', 'p')";

    private static final String FIRST =
            "(select a.attname from pg_attribute a where a.attrelid = %s and a.attnum = %s)";

    /** As PostgreSQL prints it; its quotes doubled, because it stands inside a quoted string below. */
    private static final String CONDITION =
            "(practice_id = (NULLIF(current_setting(''app.practice''::text, true), ''''::text))::uuid)";

    private static final Map<String, String> RULES = rules();

    private SchemaRules() {}

    static List<String> broken(JdbcClient jdbc) {
        List<String> broken = new ArrayList<>();
        RULES.forEach((rule, question) -> jdbc.sql(question)
                .query((row, number) -> rule + ": " + row.getString(1))
                .list()
                .forEach(broken::add));
        return broken;
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(
                "every table has a practice_id uuid not null, or is on the list of global tables",
                "select t.relname from " + TABLES + " where not " + GLOBAL
                        + " and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'practice_id'"
                        + " and a.attnotnull and a.atttypid = 'uuid'::regtype)");
        rules.put(
                "every table has a primary key",
                "select t.relname from " + TABLES
                        + " where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)"
                        + " and t.relispartition = false");
        rules.put(
                "practice_id comes first in every key and index",
                "select t.relname || '.' || c.relname from " + TABLES
                        + " join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid"
                        + " join pg_am m on m.oid = c.relam where not " + GLOBAL
                        + " and m.amname <> 'brin' and " + FIRST.formatted("t.oid", "i.indkey[0]")
                        + " is distinct from 'practice_id'");
        rules.put(
                "foreign keys begin with the practice on both sides",
                "select t.relname || '.' || k.conname from " + TABLES
                        + " join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' where "
                        + FIRST.formatted("k.conrelid", "k.conkey[1]") + " is distinct from 'practice_id' or "
                        + FIRST.formatted("k.confrelid", "k.confkey[1]") + " is distinct from 'practice_id'");
        rules.put(
                "row-level security is enabled and forced",
                "select t.relname from " + TABLES + " where not " + GLOBAL
                        + " and not (t.relrowsecurity and t.relforcerowsecurity)");
        rules.put(
                "one policy for everything, with the practice in both clauses",
                "select t.relname from " + TABLES + " where not " + GLOBAL
                        + " and (select coalesce(string_agg(p.polcmd::text || p.polpermissive::text"
                        + " || (p.polroles = '{0}'::oid[])::text || pg_get_expr(p.polqual, t.oid)"
                        + " || coalesce(pg_get_expr(p.polwithcheck, t.oid), ''), ';'), '')"
                        + " from pg_policy p where p.polrelid = t.oid) <> '*truetrue"
                        + CONDITION + CONDITION + "'");
        rules.put("no trigger", "select tgname from pg_trigger where not tgisinternal");
        rules.put(
                "no sequence, serial or identity",
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'S' and n.nspname = 'public'");
        rules.put(
                "no rule, no view that looks with its owner's rights, no materialised view",
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'"
                        + " where c.relkind = 'm' or (c.relkind = 'v'"
                        + " and not coalesce(c.reloptions @> '{security_invoker=true}', false))");
        rules.put(
                "ids and times come from the application, not from a default",
                "select t.relname || '.' || pg_get_expr(d.adbin, d.adrelid) from " + TABLES
                        + " join pg_attrdef d on d.adrelid = t.oid where not " + GLOBAL
                        + " and pg_get_expr(d.adbin, d.adrelid)"
                        + " ~* '(now|uuid|random|nextval|timestamp|current_)'");
        rules.put(
                "moments carry their time zone",
                "select t.relname || '.' || a.attname from " + TABLES + " join pg_attribute a on a.attrelid = t.oid"
                        + " where a.atttypid = 'timestamp'::regtype and t.relname not like 'flyway\\_%'");
        rules.put(
                "functions that run with their owner's rights are on the list and fix their search path",
                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'"
                        + " where p.prosecdef and (p.proname not in ('audit_append')"
                        + " or not coalesce(p.proconfig::text like '%search_path=pg_catalog, pg_temp%', false))");
        rules.put(
                "functions are not for everybody",
                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'"
                        + " where has_function_privilege('public', p.oid, 'execute')"
                        + " and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')");
        rules.put(
                "tombolo_app owns nothing",
                "select relname from pg_class where pg_get_userbyid(relowner) = 'tombolo_app' union all"
                        + " select proname from pg_proc where pg_get_userbyid(proowner) = 'tombolo_app' union all"
                        + " select datname from pg_database where pg_get_userbyid(datdba) = 'tombolo_app'");
        rules.put(
                "tombolo_app may not make, empty, or refer to tables",
                "select 'create in ' || nspname from pg_namespace"
                        + " where nspname = 'public' and has_schema_privilege('tombolo_app', oid, 'create')"
                        + " union all select 'temporary in ' || current_database()"
                        + " where has_database_privilege('tombolo_app', current_database(), 'temporary, create')"
                        + " union all select t.relname from " + TABLES
                        + " where has_table_privilege('tombolo_app', t.oid, 'truncate, references, trigger, maintain')");
        rules.put(
                "tables are not for everybody",
                "select t.relname from " + TABLES + ", aclexplode(t.relacl) a where a.grantee = 0");
        rules.put(
                "tombolo_app has no special powers",
                "select rolname from pg_roles where rolname = 'tombolo_app' and (rolsuper or rolbypassrls"
                        + " or rolcreaterole or rolcreatedb or rolreplication) union all"
                        + " select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid"
                        + " join pg_roles r on r.oid = m.member where r.rolname = 'tombolo_app'");
        return rules;
    }
}
