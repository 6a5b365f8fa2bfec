package tombolo.cover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.database.TestCluster;

/** The table bars a second time away at once, and what an older version wrote down beforehand finds its place. */
class AwayOnceTests {
    private static final UUID PRACTICE = UUID.randomUUID();
    private static final UUID ISHBEL = UUID.randomUUID();
    private static final UUID IDRIS = UUID.randomUUID();

    private final TestCluster.Fresh fresh = TestCluster.fresh();
    private final JdbcClient admin = JdbcClient.create(fresh.admin());

    private void away(UUID who, String from, String until, String ended) {
        admin.sql("insert into absence (practice_id, id, therapist_id, from_at, until_at, made_by, made_at, ended_at)"
                        + " values (:practice, :id, :who, cast(:from as timestamptz), cast(:until as timestamptz), :who,"
                        + " '2030-01-01', cast(nullif(:ended, '') as timestamptz))")
                .param("practice", PRACTICE)
                .param("id", UUID.randomUUID())
                .param("who", who)
                .param("from", from)
                .param("until", until)
                .param("ended", ended)
                .update();
    }

    private String all() {
        return admin.sql("select string_agg(to_char(from_at, 'DD') || '-' || to_char(until_at, 'DD')"
                        + " || coalesce(' over ' || to_char(ended_at, 'DD'), ''), ', ' order by from_at, until_at)"
                        + " from absence where therapist_id = :who")
                .param("who", ISHBEL)
                .query(String.class)
                .single();
    }

    @Test
    void oneOverlapIsBarredAndTouchingAnotherOneEndedEarlyAndACanceledOneAreNot() {
        away(ISHBEL, "2030-05-01", "2030-05-05", "");
        assertThatThrownBy(() -> away(ISHBEL, "2030-05-04", "2030-05-06", ""))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("absence_once");
        away(ISHBEL, "2030-05-05", "2030-05-06", "");
        away(IDRIS, "2030-05-01", "2030-05-05", "");
        away(ISHBEL, "2030-05-10", "2030-05-20", "2030-05-12");
        away(ISHBEL, "2030-05-12", "2030-05-14", "2030-05-02");
        away(ISHBEL, "2030-05-12", "2030-05-13", "");
        assertThat(all()).isEqualTo("01-05, 05-06, 10-20 over 12, 12-13, 12-14 over 02");
    }

    @Test
    void whatWasWrittenDownTwiceBeforeKeepsTheOneThatBeganFirst() throws IOException {
        admin.sql("alter table absence drop constraint absence_once").update();
        away(ISHBEL, "2030-05-01", "2030-05-05", "");
        away(ISHBEL, "2030-05-03", "2030-05-08", "");
        away(ISHBEL, "2030-05-04", "2030-05-06", "");
        away(ISHBEL, "2030-05-06", "2030-05-12", "2030-05-07");
        away(ISHBEL, "2030-05-07", "2030-05-13", "2030-05-09");
        away(ISHBEL, "2030-05-20", "2030-05-21", "");
        JdbcClient.create(fresh.owner())
                .sql(new ClassPathResource("db/migration/cover/V2__away_once.sql").getContentAsString(UTF_8))
                .update();
        assertThat(all()).isEqualTo("01-05, 04-06 over 04, 05-08, 08-12 over 08, 08-13 over 09, 20-21");
        assertThat(admin.sql("select relforcerowsecurity from pg_class where relname = 'absence'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(() -> away(ISHBEL, "2030-05-02", "2030-05-03", ""))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
