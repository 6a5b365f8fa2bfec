package tombolo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The tables of all modules keep the rules of docs/decisions/0002, and a table that breaks one is noticed. */
class SchemaTests {
    /** A table that keeps every rule; each test below breaks one. */
    private static final String GOOD = """
            create table good (practice_id uuid not null, id uuid not null, primary key (practice_id, id));
            select isolate('good');
            """;

    private static final TestCluster.Fresh FRESH = TestCluster.fresh();

    @Test
    void everyTableKeepsTheRules() {
        assertThat(brokenAfter("")).isEmpty();
    }

    @Test
    void aTableMadeAsTheDecisionSaysKeepsTheRules() {
        assertThat(brokenAfter(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every table has a practice_id | create table bad (id uuid primary key)
            every table has a primary key | create table bad (practice_id uuid not null)
            practice_id comes first       | create table bad (practice_id uuid not null, id uuid, primary key (id, practice_id))
            practice_id comes first       | alter table good add column word bytea unique
            practice_id comes first       | create index on good (id)
            foreign keys begin            | create table bad (practice_id uuid not null, id uuid, primary key (practice_id, id), foreign key (id, practice_id) references good (practice_id, id))
            foreign keys begin            | alter table good add foreign key (practice_id) references practice_registry; alter table good add column host text references practice_registry (host)
            row-level security            | alter table good no force row level security
            row-level security            | alter table good disable row level security
            one policy                    | create policy everything on good using (true)
            one policy                    | drop policy own_practice on good; create policy own_practice on good using (practice_id = current_setting('app.practice')::uuid)
            one policy                    | alter policy own_practice on good with check (true)
            no trigger                    | create trigger t before update on good for each row execute function suppress_redundant_updates_trigger()
            no sequence                   | alter table good add column number serial
            no sequence                   | alter table good add column number int generated always as identity
            no rule, no view              | create view everybody as select * from good
            no rule, no view              | create materialized view everybody as select * from good
            ids and times                 | alter table good add column made_at timestamptz not null default now()
            ids and times                 | alter table good alter column id set default gen_random_uuid()
            moments carry                 | alter table good add column made_at timestamp
            owner's rights                | create function sly() returns int language sql security definer return 1; revoke execute on function sly() from public
            not for everybody             | create function open() returns int language sql return 1
            owns nothing                  | reset role; alter table good owner to tombolo_app
            may not make                  | grant create on schema public to tombolo_app
            may not make                  | grant truncate on good to tombolo_app
            tables are not for everybody  | grant select on good to public
            """)
    void noticesATableThatBreaksARule(String rule, String change) {
        assertThat(brokenAfter(GOOD + change)).anyMatch(broken -> broken.contains(rule));
    }

    @Test
    void nothingIsWrittenThatWouldNotDistributeByPractice() throws IOException {
        Pattern refused = Pattern.compile(
                "\\bMERGE\\s+INTO\\b|pg_(try_)?advisory|\\bset_config\\(|\\bLISTEN\\s|pg_notify\\(|\\bcitext\\b",
                Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> found = files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(file ->
                            lines(file).anyMatch(line -> refused.matcher(line).find()))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> line.replaceAll("(--|//|\\*).*", ""));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** What would be broken after these changes, which are then undone. */
    private static List<String> brokenAfter(String changes) {
        try (Connection connection = FRESH.admin().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role tombolo_owner; " + changes);
            List<String> broken =
                    SchemaRules.broken(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            connection.rollback();
            return broken;
        } catch (SQLException e) {
            throw new IllegalStateException(changes, e);
        }
    }
}
