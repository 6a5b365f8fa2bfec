package tombolo.week;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.inventory.Inventories;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.PartOfRecord;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** What everyone said they would try. Tries are loaded through the viewer, which is the permission check. */
@Repository
public class Tries {
    private static final String ALL =
            "select id, words, with_id, session, agreed_by, agreed_at, how, how_words, told_by, told_at,"
                    + " version from try where practice_id = :practice and person_id = :person";

    /** Without what was to be tried with somebody who has died since. */
    private static final String ROWS = ALL + " and not aside";

    private static final String NEWEST_FIRST = " order by agreed_at desc, id desc";

    private final JdbcClient jdbc;
    private final People people;
    private final Inventories inventories;
    private final WeekPart part;
    private final WeekRows rows;
    private final AuditChain audit;
    private final ProgrammeTime time;

    Tries(
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

    /** The newest few, the newest first, for a page that shows a little of much. */
    public Glance<List<Try>> newest(int most) {
        return new Glance<>(
                part,
                JsonRow.all(ROWS + NEWEST_FIRST + " limit " + most),
                Map.of(),
                (person, found) -> JsonRow.read(found, row -> rows.tried(person, row)));
    }

    /** What was to be tried with somebody who has died since: it stands on no week, and in no plan for an hour. */
    public Glance<List<Try>> aside() {
        return new Glance<>(
                part,
                JsonRow.all(ALL + " and aside"),
                Map.of(),
                (person, found) -> JsonRow.read(found, row -> rows.tried(person, row)));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The tries this viewer may see and note down. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their week. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** All of them, the newest first. */
        public List<Try> of(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(person, ROWS + NEWEST_FIRST, WeekRows.of(person));
        }

        /** Those with somebody on the circles, the earliest first. */
        public List<Try> with(PersonId person, RelationshipId who) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            Map<String, Object> parameters = WeekRows.of(person);
            parameters.put("with", who.value());
            return load(person, ROWS + " and with_id = :with order by agreed_at, id", parameters);
        }

        public Try get(PersonId person, TryId id) {
            return find(person, id).orElseThrow(NotFound::new);
        }

        /** The same where it may have been taken off again. */
        public Optional<Try> find(PersonId person, TryId id) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(person, id);
        }

        /**
         * Notes down what will be tried: by the person, or by the therapist beside them.
         *
         * @param with somebody who is on the circles
         * @param when in the person's words; may be empty
         * @param barrier what could get in the way; may be empty
         * @param session the number of the session in which it was agreed, if it was
         */
        public Try agree(
                PersonId person,
                String what,
                Optional<RelationshipId> with,
                String when,
                String barrier,
                Optional<Integer> session) {
            person(person);
            Try agreed = Try.agreed(
                    person,
                    new Try.Words(what, with.map(who -> named(person, who)), when, barrier),
                    session,
                    viewer.account(),
                    time.now());
            insert(agreed);
            audit.record(viewer, Act.WROTE, person, part.name());
            return agreed;
        }

        /**
         * The same for what is said to somebody who may not like it: it leaves the week once that is not safe.
         *
         * @param towards to whom, though it is not tried with them; empty where nobody was chosen
         */
        public Try agreeToSay(
                PersonId person,
                String what,
                Optional<RelationshipId> with,
                Optional<RelationshipId> towards,
                String when,
                String barrier) {
            Try agreed = agree(person, what, with, when, barrier, Optional.empty());
            isTowards(person, agreed.id(), towards, true);
            return agreed;
        }

        /** Says it as it is planned now, as long as nobody has told how it went and it is with the same person. */
        public void plan(PersonId person, TryId id, Try.Words words) {
            person(person);
            load(person, id)
                    .filter(before -> before.isOpen() && !before.words().equals(words))
                    .filter(before -> who(before.words()).equals(who(words)))
                    .filter(before -> reword(before, words))
                    .ifPresent(before -> audit.record(viewer, Act.WROTE, person, part.name()));
        }

        /**
         * Says how it went. Saying it again takes the place of what was said before.
         *
         * @param seen the version the teller had before them
         * @throws TryChanged when somebody else has told it meanwhile; nothing is kept then
         */
        public Try went(PersonId person, TryId id, int seen, Try.How how, String words) {
            person(person);
            Try before = load(person, id).orElseThrow(NotFound::new);
            if (before.version() != seen) {
                throw new TryChanged(before);
            }
            Try after = before.went(how, words, viewer.account(), time.now());
            if (!tell(after, seen)) {
                throw new TryChanged(load(person, id).orElseThrow(NotFound::new));
            }
            audit.record(viewer, Act.WROTE, person, part.name());
            return after;
        }

        /** Takes it off again, with all that was said of it. Doing it twice changes nothing. */
        public void remove(PersonId person, TryId id) {
            person(person);
            delete(person, id);
            audit.record(viewer, Act.REMOVED, person, part.name());
        }

        private With named(PersonId person, RelationshipId who) {
            return inventories
                    .visibleTo(viewer)
                    .toCompare(person)
                    .find(who)
                    .map(one -> new With(who, one.name().words()))
                    .orElseThrow(() -> new IllegalArgumentException("Nobody of that id is on the circles"));
        }
    }

    /**
     * Takes what is to be said and is still open off the week, because of what became known since: without a word, and by
     * nobody's hand.
     *
     * @param closed whether it is closed towards somebody, or where nobody was chosen
     * @param because the part of the record from which that became known: the act belongs there, and whoever may not read
     *     that part does not read of the act
     */
    public void withdraw(PersonId person, Predicate<Optional<RelationshipId>> closed, PartOfRecord because) {
        jdbc
                .sql("select id, towards_id from try where practice_id = :practice and person_id = :person and asserts"
                        + " and coalesce(how, 'NOT_YET') = 'NOT_YET'")
                .params(WeekRows.of(person))
                .query((row, number) -> Map.entry(
                        new TryId(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getObject("towards_id", UUID.class))
                                .map(RelationshipId::new)))
                .list()
                .stream()
                .filter(one -> closed.test(one.getValue()))
                .forEach(one -> {
                    delete(person, one.getKey());
                    audit.record(Act.REMOVED, person, because.name());
                });
    }

    /**
     * Whom it is towards, where that was not known till now; and whether it may be said to them, so that it leaves the week where
     * that is not safe. What was once is towards them for good, whatever is said later.
     *
     * @param who empty where nobody was chosen
     */
    public void isTowards(PersonId person, TryId id, Optional<RelationshipId> who, boolean asserts) {
        jdbc.sql(
                        "update try set asserts = true, towards_id = coalesce(towards_id, :towards)"
                                + " where practice_id = :practice and person_id = :person and id = :id and (asserts or :asserts)")
                .params(WeekRows.of(person))
                .param("towards", who.map(RelationshipId::value).orElse(null), Types.OTHER)
                .param("id", id.value())
                .param("asserts", asserts)
                .update();
    }

    /** One that waits for something first, and is still open. What lies aside because somebody died comes back as it was. */
    public void withdraw(PersonId person, TryId id, PartOfRecord because) {
        int gone = jdbc.sql("delete from try where practice_id = :practice and person_id = :person and id = :id"
                        + " and coalesce(how, 'NOT_YET') = 'NOT_YET' and not aside")
                .params(WeekRows.of(person))
                .param("id", id.value())
                .update();
        if (gone > 0) {
            audit.record(Act.REMOVED, person, because.name());
        }
    }

    /** Takes what is still to be tried with somebody, or to be said to them, off the week as long as they stand with the dead. */
    void layAside(PersonId person, RelationshipId who) {
        aside(person, who, true, "and coalesce(how, 'NOT_YET') = 'NOT_YET'");
    }

    void takeUpAgain(PersonId person, RelationshipId who) {
        aside(person, who, false, "and aside");
    }

    private void aside(PersonId person, RelationshipId who, boolean aside, String those) {
        int changed = jdbc.sql("update try set aside = :aside where practice_id = :practice and person_id = :person"
                        + " and (with_id = :who or towards_id = :who) " + those)
                .params(WeekRows.of(person))
                .param("who", who.value())
                .param("aside", aside)
                .update();
        if (changed > 0) {
            audit.record(Act.WROTE, person, part.name());
        }
    }

    private void delete(PersonId person, TryId id) {
        jdbc.sql("delete from try where practice_id = :practice and person_id = :person and id = :id")
                .params(WeekRows.of(person))
                .param("id", id.value())
                .update();
    }

    private Optional<Try> load(PersonId person, TryId id) {
        Map<String, Object> parameters = WeekRows.of(person);
        parameters.put("id", id.value());
        return load(person, ROWS + " and id = :id", parameters).stream().findFirst();
    }

    private List<Try> load(PersonId person, String select, Map<String, Object> parameters) {
        return jdbc.sql(JsonRow.each(select))
                .params(parameters)
                .query((row, number) -> rows.tried(person, JsonRow.of(row.getString(1))))
                .list();
    }

    private void insert(Try agreed) {
        jdbc.sql("insert into try (practice_id, id, person_id, words, with_id, session, agreed_by, agreed_at, version)"
                        + " values (:practice, :id, :person, :words, :with, :session, :by, :at, 0)")
                .param("practice", PracticeId.current().value())
                .param("id", agreed.id().value())
                .param("person", agreed.person().value())
                .param("words", rows.sealed(agreed.person(), agreed.id(), agreed.words()))
                .param("with", agreed.words().with().map(it -> it.who().value()).orElse(null), Types.OTHER)
                .param("session", agreed.session().orElse(null), Types.SMALLINT)
                .param("by", agreed.agreedBy().value())
                .param("at", Timestamp.from(agreed.agreedAt()))
                .update();
    }

    private static Optional<RelationshipId> who(Try.Words words) {
        return words.with().map(With::who);
    }

    private boolean reword(Try before, Try.Words words) {
        return jdbc.sql("update try set words = :words, version = version + 1"
                                + " where practice_id = :practice and person_id = :person and id = :id"
                                + " and version = :seen")
                        .params(WeekRows.of(before.person()))
                        .param("id", before.id().value())
                        .param("words", rows.sealed(before.person(), before.id(), words))
                        .param("seen", before.version())
                        .update()
                == 1;
    }

    private boolean tell(Try told, int seen) {
        Try.Outcome outcome = told.outcome().orElseThrow();
        return jdbc.sql("update try set how = :how, how_words = :words, told_by = :by, told_at = :at,"
                                + " version = :version where practice_id = :practice and person_id = :person"
                                + " and id = :id and version = :seen")
                        .params(WeekRows.of(told.person()))
                        .param("id", told.id().value())
                        .param("how", outcome.how().name())
                        .param("words", rows.sealed(told.person(), told.id(), outcome.words()))
                        .param("by", outcome.toldBy().value())
                        .param("at", Timestamp.from(outcome.at()))
                        .param("version", told.version())
                        .param("seen", seen)
                        .update()
                == 1;
    }
}
