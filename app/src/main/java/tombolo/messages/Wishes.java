package tombolo.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** When people have said they may be written to. */
@Repository
public class Wishes {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final People people;
    private final MessagesPart part;
    private final AuditChain audit;

    Wishes(JdbcClient jdbc, Vault vault, People people, MessagesPart part, AuditChain audit) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.people = people;
        this.part = part;
        this.audit = audit;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The wishes this viewer may see, and say for the person. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Empty while nobody has asked. */
        public Optional<Wish> of(PersonId person) {
            people.visibleTo(viewer).get(person, part);
            return find(person);
        }

        /** What they wish, chosen with what they now say of it in their own words. */
        public void keep(PersonId person, Wish wish) {
            Person whose = people.visibleTo(viewer).get(person, part);
            jdbc.sql("insert into message_wish (practice_id, person_id, from_time, until_time, days, reminders, hours)"
                            + " values (:practice, :person, :from, :until, :days, :reminders, :hours)"
                            + " on conflict (practice_id, person_id) do update set from_time = excluded.from_time,"
                            + " until_time = excluded.until_time, days = excluded.days, reminders = excluded.reminders,"
                            + " hours = excluded.hours")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .param("from", Time.valueOf(wish.from()))
                    .param("until", Time.valueOf(wish.until()))
                    .param("days", bits(wish.days()))
                    .param("reminders", wish.reminders())
                    .param(
                            "hours",
                            whose.contact()
                                    .hours()
                                    .map(hours -> vault.seal(person, hours(person), hours.words()))
                                    .orElse(null),
                            Types.BINARY)
                    .update();
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }

    Optional<Wish> find(PersonId person) {
        return jdbc.sql("select from_time, until_time, days, reminders from message_wish"
                        + " where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query((row, number) -> wish(row))
                .optional();
    }

    /**
     * Whether the wish stands for what they say now, in their own words, about when it is safe. Without such words nothing
     * needs to be asked; where they have other words since, or nobody has asked, it is for somebody to ask.
     */
    public boolean answers(PersonId person, Optional<Confidential> hours) {
        return hours.isEmpty()
                || jdbc.sql("select hours from message_wish where practice_id = :practice and person_id = :person"
                                + " and hours is not null")
                        .param("practice", PracticeId.current().value())
                        .param("person", person.value())
                        .query(byte[].class)
                        .optional()
                        .map(kept -> vault.open(person, hours(person), kept))
                        .equals(hours);
    }

    private static Place hours(PersonId person) {
        return new Place("message_wish", "hours", person.value());
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getObject("from_time", LocalTime.class),
                row.getObject("until_time", LocalTime.class),
                days(row.getInt("days")),
                row.getBoolean("reminders"));
    }

    private static int bits(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    private static Set<DayOfWeek> days(int bits) {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        days.removeIf(day -> (bits & (1 << day.ordinal())) == 0);
        return days;
    }
}
