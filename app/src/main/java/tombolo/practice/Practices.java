package tombolo.practice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.vault.AccountId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** The present practice. */
@Repository
@Transactional
public class Practices {
    private final JdbcClient jdbc;
    private final Vault vault;

    Practices(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The practice in whose name the present work is done. */
    public Practice current() {
        return find().orElseThrow(() -> new IllegalStateException("this practice has not been set up"));
    }

    /** The same, while it may not have been set up yet. */
    public Optional<Practice> find() {
        return jdbc.sql("""
                        select name, word, phone, zone, country, open_days, answer_days, answered_by, cover, version,
                               array(select c.day from closed_day c where c.practice_id = p.practice_id) as closed
                        from practice p where p.practice_id = :practice
                        """)
                .param("practice", PracticeId.current().value())
                .query((row, n) -> practice(row))
                .optional();
    }

    /** A new practice. Its keys and its first colleague are there already. */
    public void add(Practice practice) {
        jdbc.sql("""
                        insert into practice (practice_id, name, word, phone, zone, country, open_days, answer_days,
                                              answered_by, cover, version)
                        values (:practice, :name, :word, :phone, :zone, :country, :open, :days, :answeredBy, :cover, 1)
                        """).params(columns(practice)).update();
    }

    /** False when somebody else changed it meanwhile: then nothing was written. */
    public boolean save(Practice practice) {
        return jdbc.sql("""
                                update practice set name = :name, word = :word, phone = :phone, zone = :zone,
                                    country = :country, open_days = :open, answer_days = :days,
                                    answered_by = :answeredBy, cover = :cover, version = version + 1
                                where practice_id = :practice and version = :version
                                """)
                        .params(columns(practice))
                        .param("version", practice.version())
                        .update()
                == 1;
    }

    /** The practice is shut on this day, though it is a day of the week on which it works. */
    public void close(LocalDate day) {
        jdbc.sql("insert into closed_day (practice_id, day) values (:practice, :day) on conflict do nothing")
                .param("practice", PracticeId.current().value())
                .param("day", Date.valueOf(day))
                .update();
    }

    /** And on this day it is not, after all. */
    public void open(LocalDate day) {
        jdbc.sql("delete from closed_day where practice_id = :practice and day = :day")
                .param("practice", PracticeId.current().value())
                .param("day", Date.valueOf(day))
                .update();
    }

    private java.util.Map<String, ?> columns(Practice practice) {
        java.util.Map<String, Object> columns = new java.util.HashMap<>();
        columns.put("practice", practice.id().value());
        columns.put("name", vault.seal(practice.id(), place("name", practice.id()), practice.name()));
        columns.put("word", vault.seal(practice.id(), place("word", practice.id()), practice.word()));
        columns.put(
                "phone",
                practice.phone()
                        .map(it -> vault.seal(practice.id(), place("phone", practice.id()), it))
                        .orElse(null));
        columns.put("zone", practice.zone().getId());
        columns.put("country", practice.country());
        columns.put(
                "open", practice.openDays().stream().mapToInt(Practices::bit).sum());
        columns.put("days", practice.answerDays());
        columns.put("answeredBy", practice.answeredBy().value());
        columns.put("cover", practice.cover().map(AccountId::value).orElse(null));
        return columns;
    }

    private static Place place(String column, PracticeId id) {
        return new Place("practice", column, id.value());
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }

    private Practice practice(ResultSet row) throws SQLException {
        PracticeId id = PracticeId.current();
        byte[] phone = row.getBytes("phone");
        return new Practice(
                id,
                vault.open(id, place("name", id), row.getBytes("name")).words(),
                vault.open(id, place("word", id), row.getBytes("word")).words(),
                phone == null
                        ? Optional.empty()
                        : Optional.of(vault.open(id, place("phone", id), phone).words()),
                ZoneId.of(row.getString("zone")),
                row.getString("country"),
                openDays(row.getInt("open_days")),
                closedDays((Date[]) row.getArray("closed").getArray()),
                row.getInt("answer_days"),
                new AccountId(row.getObject("answered_by", UUID.class)),
                Optional.ofNullable(row.getObject("cover", UUID.class)).map(AccountId::new),
                row.getInt("version"));
    }

    private static Set<DayOfWeek> openDays(int bits) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits & bit(day)) != 0) {
                days.add(day);
            }
        }
        return days;
    }

    private static Set<LocalDate> closedDays(Date[] days) {
        Set<LocalDate> closed = new HashSet<>();
        for (Date day : days) {
            closed.add(day.toLocalDate());
        }
        return closed;
    }
}
