package tombolo.timeline;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.FuzzyDate.Precision;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Everyone's timelines. They are loaded through the viewer, which is the permission check and is remembered. */
@Repository
public class Timelines {
    /** How long something taken off can be put back. */
    private static final Duration SECOND_THOUGHTS = Duration.ofDays(30);

    private static final String ROLE = "ROLE";

    private final JdbcClient jdbc;
    private final People people;
    private final TimelinePart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Timelines(JdbcClient jdbc, People people, TimelinePart part, Vault vault, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The timelines this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their timeline. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** To look at. */
        public Timeline of(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(person);
        }

        /** To change; saving remembers it. */
        public Timeline toChange(PersonId person) {
            person(person);
            return load(person);
        }

        /**
         * Keeps what was done since it was loaded, and remembers who did it.
         *
         * @throws EntryChanged when somebody has changed the same thing meanwhile; nothing is kept then
         */
        public void save(Timeline timeline) {
            PersonId person = person(timeline.person()).id();
            timeline.changed().forEach(entry -> keep(person, entry, viewer));
            clearAway(person);
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }

    private void keep(PersonId person, Entry entry, Viewer viewer) {
        Map<String, @Nullable Object> columns = columns(person, entry);
        columns.put("by", viewer.account().value());
        columns.put("at", Timestamp.from(time.now()));
        int kept = entry.version() == 0
                ? jdbc.sql("insert into timeline_entry (practice_id, id, person_id, what, first_day, precision, about,"
                                + " until_day, until_precision, until_about, mood, words, told_by, told_at, removed_at,"
                                + " version) values (:practice, :id, :person, :what, :first, :precision, :about, :until,"
                                + " :untilPrecision, :untilAbout, :mood, :words, :by, :at, :removed, 0)")
                        .params(columns)
                        .update()
                : jdbc.sql("update timeline_entry set what = :what, first_day = :first, precision = :precision,"
                                + " about = :about, until_day = :until, until_precision = :untilPrecision,"
                                + " until_about = :untilAbout, mood = :mood, words = :words, told_by = :by,"
                                + " told_at = :at, removed_at = :removed, version = :version"
                                + " where practice_id = :practice and person_id = :person and id = :id"
                                + " and version = :before")
                        .params(columns)
                        .update();
        if (kept == 0) {
            throw load(person)
                    .newest(entry.id())
                    .<RuntimeException>map(EntryChanged::new)
                    .orElseGet(UnknownEntry::new);
        }
    }

    private Map<String, @Nullable Object> columns(PersonId person, Entry entry) {
        UUID id = entry.id().value();
        FuzzyDate until = entry instanceof RoleBar role ? role.ended() : null;
        Map<String, @Nullable Object> columns = new HashMap<>(of(person));
        columns.put("id", id);
        columns.put("what", what(entry));
        columns.put("first", Date.valueOf(entry.when().first()));
        columns.put("precision", entry.when().precision().name());
        columns.put("about", entry.when().about());
        columns.put("until", until == null ? null : Date.valueOf(until.first()));
        columns.put("untilPrecision", until == null ? null : until.precision().name());
        columns.put("untilAbout", until == null ? null : until.about());
        columns.put("mood", entry.mood().orElse(null));
        columns.put("words", vault.seal(person, place(id), json.writeValueAsString(entry.words())));
        columns.put("removed", entry.removedAt() == null ? null : Timestamp.from(entry.removedAt()));
        columns.put("version", entry.version());
        columns.put("before", entry.version() - 1);
        return columns;
    }

    private static String what(Entry entry) {
        return switch (entry) {
            case SymptomMark mark -> mark.turn().name();
            case LifeEvent event -> event.kind().name();
            case RoleBar role -> ROLE;
        };
    }

    private Timeline load(PersonId person) {
        List<Entry> entries = jdbc.sql("select * from timeline_entry where practice_id = :practice"
                        + " and person_id = :person and (removed_at is null or removed_at > :since) order by id")
                .params(of(person))
                .param("since", since())
                .query((row, number) -> entry(person, row))
                .list();
        return Timeline.kept(person, entries);
    }

    private Entry entry(PersonId person, ResultSet row) throws SQLException {
        EntryId id = new EntryId(row.getObject("id", UUID.class));
        Words words = json.readValue(
                vault.open(person, place(id.value()), row.getBytes("words")).words(), Words.class);
        FuzzyDate when = new FuzzyDate(
                row.getObject("first_day", LocalDate.class),
                Precision.valueOf(row.getString("precision")),
                row.getBoolean("about"));
        Timestamp removed = row.getTimestamp("removed_at");
        var removedAt = removed == null ? null : removed.toInstant();
        Integer mood = row.getObject("mood", Integer.class);
        String what = row.getString("what");
        int version = row.getInt("version");
        if (what.equals(ROLE)) {
            return new RoleBar(id, when, until(row), words, removedAt, version);
        }
        return Arrays.stream(SymptomMark.Turn.values())
                .filter(turn -> turn.name().equals(what))
                .findFirst()
                .<Entry>map(turn -> new SymptomMark(id, when, turn, mood, words, removedAt, version))
                .orElseGet(
                        () -> new LifeEvent(id, when, LifeEvent.Kind.valueOf(what), mood, words, removedAt, version));
    }

    private static @Nullable FuzzyDate until(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("until_day", LocalDate.class);
        return first == null
                ? null
                : new FuzzyDate(
                        first, Precision.valueOf(row.getString("until_precision")), row.getBoolean("until_about"));
    }

    /** What was taken off a while ago is gone for good. */
    private void clearAway(PersonId person) {
        jdbc.sql("delete from timeline_entry where practice_id = :practice and person_id = :person"
                        + " and removed_at <= :since")
                .params(of(person))
                .param("since", since())
                .update();
    }

    private Timestamp since() {
        return Timestamp.from(time.now().minus(SECOND_THOUGHTS));
    }

    private static Map<String, Object> of(PersonId person) {
        return Map.of("practice", PracticeId.current().value(), "person", person.value());
    }

    private static Place place(UUID id) {
        return new Place("timeline_entry", "words", id);
    }
}
