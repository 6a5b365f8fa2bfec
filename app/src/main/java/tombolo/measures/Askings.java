package tombolo.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.accounts.Secret;
import tombolo.database.Ids;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Sight;
import tombolo.vault.Viewer;

/** The questions put to people. Looking at a link never uses it up: scanners of mail look at every link they find. */
@Repository
public class Askings {
    private static final String SO_FAR = "select " + AskingRows.ASKING + ", s.id as course, s.planned, "
            + AskingRows.RESPONSE + " from asking a"
            + " left join series s on s.practice_id = a.practice_id and s.id = a.series_id"
            + " left join response r on r.practice_id = s.practice_id and r.series_id = s.id"
            + " and r.set_aside_at is null where ";

    private final JdbcClient jdbc;
    private final Questionnaires questionnaires;
    private final AskingRows rows;
    private final People people;
    private final MeasuresPart part;
    private final Sight sight;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    Askings(
            JdbcClient jdbc,
            Questionnaires questionnaires,
            AskingRows rows,
            People people,
            MeasuresPart part,
            Sight sight,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.questionnaires = questionnaires;
        this.rows = rows;
        this.people = people;
        this.part = part;
        this.sight = sight;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /** When each of the questions closes that the person can answer on their own now, the soonest first. */
    public Glance<List<Instant>> waiting() {
        return Glance.moments(
                part,
                "select q.closes_at as at from asking q where q.practice_id = :practice and q.person_id = :person"
                        + " and q.answered_at is null and q.withdrawn_at is null and not q.in_room"
                        + " and q.opens_at <= :askedNow"
                        + " and q.closes_at > :askedNow order by q.closes_at",
                Map.of("askedNow", Timestamp.from(time.now())));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /**
     * Puts questions to somebody, in the course they are in, if they are in one.
     *
     * @param session the number of the session they are asked before
     * @throws IllegalArgumentException for a questionnaire whose words may not be shown here
     */
    public UUID ask(
            PersonId person,
            List<String> instruments,
            Optional<UUID> appointment,
            Optional<Integer> session,
            Instant opens,
            Instant closes) {
        return ask(person, instruments, appointment, session, opens, closes, false);
    }

    private UUID ask(
            PersonId person,
            List<String> instruments,
            Optional<UUID> appointment,
            Optional<Integer> session,
            Instant opens,
            Instant closes,
            boolean inRoom) {
        for (String id : instruments) {
            if (questionnaires.askable(id).isEmpty()) {
                throw new IllegalArgumentException("There are no words here for '" + id + "', so it cannot be asked");
            }
        }
        UUID id = Ids.next();
        jdbc.sql("insert into asking (practice_id, id, person_id, series_id, instruments, appointment_id, session,"
                        + " asked_at, opens_at, closes_at, in_room) values (:practice, :id, :person, (select s.id from series s"
                        + " where s.practice_id = :practice and s.person_id = :person and s.ended_at is null),"
                        + " string_to_array(:instruments, ' '), :appointment, :session, :now, :opens, :closes, :room)")
                .params(facts("person", person.value()))
                .param("id", id)
                .param("instruments", String.join(" ", instruments))
                .param("appointment", appointment.orElse(null), java.sql.Types.OTHER)
                .param("session", session.orElse(null), java.sql.Types.SMALLINT)
                .param("opens", Timestamp.from(opens))
                .param("closes", Timestamp.from(closes))
                .param("room", inRoom)
                .update();
        return id;
    }

    /** They need not be answered any more. Those answered already stay answered; false for them. */
    public boolean withdraw(UUID asking) {
        return jdbc.sql("update asking set withdrawn_at = :now where practice_id = :practice and id = :id"
                                + " and answered_at is null and withdrawn_at is null")
                        .params(facts("id", asking))
                        .update()
                == 1;
    }

    /** Those of these that were answered. */
    public List<UUID> answered(Collection<UUID> some) {
        return some.isEmpty()
                ? List.of()
                : jdbc.sql("select id from asking where practice_id = :practice and id in (:some)"
                                + " and answered_at is not null")
                        .params(facts("some", some))
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
    }

    /** Whether questions that were put still wait for an answer. */
    public boolean waits(UUID asking) {
        return jdbc.sql("select exists (select from asking where practice_id = :practice and id = :id"
                        + " and answered_at is null and withdrawn_at is null)")
                .params(facts("id", asking))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** A fresh link to questions not answered yet; any older one stops working. The secret is told once, here. */
    public Optional<Secret> link(UUID asking) {
        Secret secret = Secret.fresh();
        int made = jdbc.sql("update asking set secret_hash = :hash, guesses = 0 where practice_id = :practice"
                        + " and id = :id and answered_at is null and withdrawn_at is null and closes_at > :now")
                .params(facts("id", asking))
                .param("hash", secret.hash())
                .update();
        return made == 1 ? Optional.of(secret) : Optional.empty();
    }

    /** The questions a link leads to; answered, withdrawn, too late, guessed at too often and never made look the same. */
    public Optional<Asking> behind(Secret secret) {
        return behind(secret.hash()).map(Found::asking).filter(this::opensByLink);
    }

    boolean opensByLink(Asking asking) {
        return asking.isOpen(time.now()) && asking.guesses() < Asking.MOST_GUESSES;
    }

    Optional<Found> behind(byte[] hash) {
        return found(SO_FAR + "a.practice_id = :practice and a.secret_hash = :hash", facts("hash", hash));
    }

    /** The same questions, as they stand by now. */
    Optional<Found> again(Asking asking) {
        return found(SO_FAR + "a.practice_id = :practice and a.id = :id", facts("id", asking.id()));
    }

    /**
     * What was left of the questions put before an hour when they were taken back; empty where none were. What had been
     * answered of them together is not asked again when they are asked anew.
     */
    public Optional<List<String>> leftOf(UUID appointment, int session) {
        return jdbc.sql("select " + AskingRows.ASKING + " from asking a where a.practice_id = :practice"
                        + " and a.appointment_id = :appointment and a.session = :session and a.withdrawn_at is not null"
                        + " order by a.withdrawn_at desc, a.id desc limit 1")
                .params(facts("appointment", appointment))
                .param("session", session)
                .query((row, number) -> AskingRows.asking(row).instruments())
                .optional();
    }

    List<Response> responsesTo(UUID asking) {
        return jdbc.sql("select " + AskingRows.RESPONSE + " from response r where r.practice_id = :practice"
                        + " and r.asking_id = :id order by r.id")
                .params(facts("id", asking))
                .query((row, number) -> rows.response(row).orElseThrow())
                .list();
    }

    /** Counts one try at a link before the word is looked at, so that many at once are not more than a few; false when there were too many. */
    boolean mayTry(UUID asking) {
        return jdbc.sql("update asking set guesses = guesses + 1 where practice_id = :practice and id = :id"
                                + " and guesses < :most")
                        .params(facts("id", asking))
                        .param("most", Asking.MOST_GUESSES)
                        .update()
                == 1;
    }

    /** The right word was no guess, and forgives those before it. */
    void forgive(UUID asking) {
        jdbc.sql("update asking set guesses = 0 where practice_id = :practice and id = :id")
                .params(facts("id", asking))
                .update();
    }

    private Optional<Found> found(String sql, Map<String, @Nullable Object> facts) {
        List<Asking> askings = new ArrayList<>();
        List<Response> responses = new ArrayList<>();
        CourseSoFar[] course = {CourseSoFar.NONE};
        jdbc.sql(sql + " order by r.taken_at, r.kept_at").params(facts).query(row -> {
            if (askings.isEmpty()) {
                askings.add(AskingRows.asking(row));
                course[0] = course(row);
            }
            rows.response(row).ifPresent(responses::add);
        });
        return askings.stream()
                .findFirst()
                .map(asking -> new Found(asking, new CourseSoFar(course[0].course(), course[0].planned(), responses)));
    }

    private static CourseSoFar course(ResultSet row) throws SQLException {
        return new CourseSoFar(
                Optional.ofNullable(row.getObject("course", UUID.class)), row.getInt("planned"), List.of());
    }

    private Map<String, @Nullable Object> facts(String name, Object value) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("practice", PracticeId.current().value());
        facts.put("now", Timestamp.from(time.now()));
        facts.put(name, value);
        return facts;
    }

    /** Questions with the course they belong to, as one look at the database gives them. */
    record Found(Asking asking, CourseSoFar course) {}

    /** The questions this viewer may see or answer. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Everything a person was ever asked, the newest first. */
        public List<Asking> of(PersonId person) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.READ, person, part.name());
            return list(person);
        }

        /** Puts questions to somebody on the device at hand; the link is good for an hour, and needs no word. */
        public Secret inRoom(PersonId person, List<String> instruments, Optional<Integer> session) {
            people.visibleTo(viewer).get(person, part);
            Instant now = time.now();
            UUID asking = ask(person, instruments, Optional.empty(), session, now, now.plus(Asking.IN_ROOM), true);
            audit.record(viewer, Act.WROTE, person, part.name());
            return Askings.this.link(asking).orElseThrow();
        }

        /** A fresh link to questions this person was asked; empty where they cannot be answered any more. */
        public Optional<Secret> link(PersonId person, UUID asking) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.WROTE, person, part.name());
            if (list(person).stream().noneMatch(one -> one.id().equals(asking))) {
                return Optional.empty();
            }
            events.publishEvent(new LinkEnds(asking));
            return Askings.this.link(asking);
        }

        /** Takes questions back that this person was asked. */
        public void withdraw(PersonId person, UUID asking) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.WROTE, person, part.name());
            if (list(person).stream().anyMatch(one -> one.id().equals(asking))) {
                Askings.this.withdraw(asking);
                events.publishEvent(new LinkEnds(asking));
            }
        }

        /**
         * What the viewer themself can answer now, what closes first first. What was put in the room is answered there: it may
         * hold the question that is left out where nobody reads.
         */
        public List<Asking> mine() {
            Instant now = time.now();
            return viewer.person().map(Askings.this::list).orElse(List.of()).stream()
                    .filter(asking -> asking.isOpen(now) && !asking.inRoom())
                    .sorted(java.util.Comparator.comparing(Asking::closes))
                    .toList();
        }

        /** Questions put to the viewer themself, to be answered on their own. */
        Optional<Found> mine(UUID asking) {
            Map<String, @Nullable Object> facts = facts("id", asking);
            facts.put("self", viewer.person().map(PersonId::value).orElse(new UUID(0, 0)));
            return found(
                    SO_FAR + "a.id = :id and not a.in_room and "
                            + sight.of("(a.practice_id = :practice and a.person_id = :self)"),
                    facts);
        }
    }

    private List<Asking> list(PersonId person) {
        return jdbc.sql("select " + AskingRows.ASKING + " from asking a where a.practice_id = :practice"
                        + " and a.person_id = :person order by a.closes_at desc, a.id desc")
                .params(facts("person", person.value()))
                .query((row, number) -> AskingRows.asking(row))
                .list();
    }
}
