package tombolo.week;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Everyone's moods against what happened with whom. They are loaded through the viewer; the person alone writes them. */
@Repository
public class MoodLog {
    private static final String ROWS =
            "select id, mood, day, words, with_ids, began, written_at, version from mood_entry"
                    + " where practice_id = :practice and person_id = :person";

    private static final String NEWEST_FIRST = " order by day desc, written_at desc, id desc";

    private final JdbcClient jdbc;
    private final People people;
    private final Inventories inventories;
    private final WeekPart part;
    private final WeekRows rows;
    private final AuditChain audit;
    private final ProgrammeTime time;

    MoodLog(
            JdbcClient jdbc,
            People people,
            Inventories inventories,
            WeekPart part,
            WeekRows rows,
            AuditChain audit,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.inventories = inventories;
        this.part = part;
        this.rows = rows;
        this.audit = audit;
        this.time = time;
    }

    /** The newest entries, the newest first, for a page that shows a little of much. */
    public Glance<List<MoodEntry>> newest(int most) {
        return new Glance<>(
                part,
                JsonRow.all(ROWS + NEWEST_FIRST + " limit " + most),
                Map.of(),
                (person, found) -> JsonRow.read(found, row -> rows.entry(person, row)));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The entries this viewer may read; a person, who sees only themself, may also write. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their week. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** From this day on, the newest first. */
        public List<MoodEntry> since(PersonId person, LocalDate day) {
            return between(person, day, LocalDate.of(9999, 12, 31), Integer.MAX_VALUE);
        }

        /** From the one day to the other, both within, the newest first. */
        public List<MoodEntry> between(PersonId person, LocalDate from, LocalDate to, int most) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            Map<String, Object> parameters = WeekRows.of(person);
            parameters.put("from", Date.valueOf(from));
            parameters.put("to", Date.valueOf(to));
            parameters.put("most", most);
            return load(person, ROWS + " and day between :from and :to" + NEWEST_FIRST + " limit :most", parameters);
        }

        public MoodEntry get(PersonId person, MoodId id) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return find(person, id).orElseThrow(NotFound::new);
        }

        /** Writes down one's own mood. */
        public MoodEntry tell(
                PersonId person,
                int mood,
                LocalDate day,
                MoodEntry.Words words,
                Set<RelationshipId> with,
                MoodEntry.Began began) {
            themself(person);
            MoodEntry entry =
                    MoodEntry.told(person, mood, day, words, named(person, with, List.of()), began, time.now());
            keep(entry);
            audit.record(viewer, Act.WROTE, person, part.name());
            return entry;
        }

        /**
         * Puts one's own entry right, or says more.
         *
         * @param seen the version the form was opened from
         * @throws MoodChanged when it was changed meanwhile; nothing is kept then
         */
        public MoodEntry retell(
                PersonId person,
                MoodId id,
                int seen,
                int mood,
                LocalDate day,
                MoodEntry.Words words,
                Set<RelationshipId> with) {
            themself(person);
            MoodEntry before = find(person, id).orElseThrow(NotFound::new);
            MoodEntry after = before.retold(mood, day, words, named(person, with, before.with()), time.now());
            if (before.version() != seen || !replace(after, seen)) {
                throw new MoodChanged(find(person, id).orElseThrow(NotFound::new));
            }
            audit.record(viewer, Act.WROTE, person, part.name());
            return after;
        }

        /** Takes one's own entry away for good. Doing it twice changes nothing. */
        public void remove(PersonId person, MoodId id) {
            themself(person);
            jdbc.sql("delete from mood_entry where practice_id = :practice and person_id = :person and id = :id")
                    .params(WeekRows.of(person))
                    .param("id", id.value())
                    .update();
            audit.record(viewer, Act.REMOVED, person, part.name());
        }

        private void themself(PersonId person) {
            person(person);
            if (!viewer.person().equals(Optional.of(person))) {
                audit.record(viewer, Act.DENIED, person, part.name());
                throw new NotFound();
            }
        }

        /** Those on the circles among these, and those who left the circles but were in the entry before. */
        private List<With> named(PersonId person, Set<RelationshipId> with, List<With> before) {
            if (with.isEmpty()) {
                return List.of();
            }
            Inventory circles = inventories.visibleTo(viewer).toCompare(person);
            return with.stream()
                    .map(who -> circles.find(who)
                            .map(one -> new With(who, one.name().words()))
                            .or(() -> before.stream()
                                    .filter(one -> one.who().equals(who))
                                    .findFirst())
                            .orElseThrow(() -> new IllegalArgumentException("Nobody of that id is on the circles")))
                    .toList();
        }
    }

    private Optional<MoodEntry> find(PersonId person, MoodId id) {
        Map<String, Object> parameters = WeekRows.of(person);
        parameters.put("id", id.value());
        return load(person, ROWS + " and id = :id", parameters).stream().findFirst();
    }

    private List<MoodEntry> load(PersonId person, String select, Map<String, Object> parameters) {
        return jdbc.sql(JsonRow.each(select))
                .params(parameters)
                .query((row, number) -> rows.entry(person, JsonRow.of(row.getString(1))))
                .list();
    }

    private void keep(MoodEntry entry) {
        jdbc.sql(
                        "insert into mood_entry (practice_id, id, person_id, mood, day, words, with_ids, began, written_at,"
                                + " version) values (:practice, :id, :person, :mood, :day, :words, :with, :began, :at, :version)")
                .params(columns(entry))
                .update();
    }

    private boolean replace(MoodEntry entry, int seen) {
        return jdbc.sql("update mood_entry set mood = :mood, day = :day, words = :words, with_ids = :with,"
                                + " written_at = :at, version = :version where practice_id = :practice"
                                + " and person_id = :person and id = :id and version = :seen")
                        .params(columns(entry))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private Map<String, Object> columns(MoodEntry entry) {
        Map<String, Object> columns = WeekRows.of(entry.person());
        columns.put("id", entry.id().value());
        columns.put("mood", entry.mood());
        columns.put("day", Date.valueOf(entry.day()));
        columns.put("words", rows.sealed(entry));
        columns.put("with", entry.with().stream().map(one -> one.who().value()).toArray(UUID[]::new));
        columns.put("began", entry.began().name());
        columns.put("at", Timestamp.from(entry.writtenAt()));
        columns.put("version", entry.version());
        return columns;
    }
}
