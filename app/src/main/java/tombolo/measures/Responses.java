package tombolo.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.instruments.Answers;
import tombolo.instruments.RiskAnswer;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** Everyone's answers. They are loaded through the viewer, which is the permission check. */
@Repository
public class Responses {
    private static final String IN_ORDER = " order by r.taken_at, r.kept_at, r.id";

    private final JdbcClient jdbc;
    private final AskingRows rows;
    private final KeepAnswers keepAnswers;
    private final People people;
    private final MeasuresPart part;
    private final AuditChain audit;
    private final Series series;
    private final Alerts alerts;
    private final Vault vault;
    private final ProgrammeTime time;

    Responses(
            JdbcClient jdbc,
            AskingRows rows,
            KeepAnswers keepAnswers,
            People people,
            MeasuresPart part,
            AuditChain audit,
            Series series,
            Alerts alerts,
            Vault vault,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keepAnswers = keepAnswers;
        this.people = people;
        this.part = part;
        this.audit = audit;
        this.series = series;
        this.alerts = alerts;
        this.vault = vault;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** What was kept since a moment and must bring somebody to the person: for the check that somebody was told of each. */
    public List<Answered> bringSomebody(Instant since) {
        return jdbc.sql("select id, person_id, instrument, risk, way, taken_at from response"
                        + " where practice_id = :practice and risk = :risk and kept_at >= :since order by kept_at")
                .param("practice", PracticeId.current().value())
                .param("risk", RiskAnswer.ABOVE_NOT_AT_ALL.name())
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Answered(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("instrument"),
                        RiskAnswer.valueOf(row.getString("risk")),
                        Way.valueOf(row.getString("way")),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    /** The answers this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their answers. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** Everything that counts, by when it was answered. */
        public List<Response> of(PersonId person) {
            return all(person).stream().filter(Response::counts).toList();
        }

        /** The same with what was set aside. */
        public List<Response> all(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return jdbc.sql("select " + AskingRows.RESPONSE + " from response r where r.practice_id = :practice"
                            + " and r.person_id = :person" + IN_ORDER)
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .query((row, number) -> rows.response(row).orElseThrow())
                    .list();
        }

        /**
         * One that should not count does not from now on; it stays readable, what the course comes to is worked out anew, and
         * what it alone has brought up nobody is asked to look at.
         */
        public void setAside(PersonId person, UUID response, String why) {
            person(person);
            int changed = jdbc.sql("update response set set_aside_at = :now, set_aside_by = :by, set_aside_why = :why"
                            + " where practice_id = :practice and person_id = :person and id = :id"
                            + " and set_aside_at is null")
                    .param("now", Timestamp.from(time.now()))
                    .param("by", viewer.account().value())
                    .param("why", vault.seal(person, AskingRows.setAsideOf(response), why))
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .param("id", response)
                    .update();
            if (changed == 1) {
                series.workOutAnew(response);
                lookAnew(response);
            }
            audit.record(viewer, Act.WROTE, person, part.name());
        }

        /**
         * Keeps what a person wrote on paper, answered in the room, or asked to have written down for them.
         *
         * @param press the press of the button it came with
         * @param session the number of the session, if it belongs to one
         * @param reason why it is entered for them; needed for {@link Way#ENTERED} alone
         */
        public List<Response> keep(
                PersonId person,
                List<Answers> answers,
                Way way,
                UUID press,
                Optional<Integer> session,
                Instant taken,
                Optional<Confidential> reason) {
            if (!way.isTogether() || (way == Way.ENTERED) != reason.isPresent()) {
                throw new IllegalArgumentException("Answers that come " + way + " are not kept like this");
            }
            person(person);
            List<Response> kept = keepAnswers.keep(
                    new KeepAnswers.Given(
                            person,
                            Optional.empty(),
                            press,
                            session,
                            taken,
                            way,
                            Optional.of(viewer.account()),
                            reason,
                            answers),
                    open(person));
            audit.record(viewer, Act.WROTE, person, part.name());
            return kept;
        }
    }

    /**
     * The alerts such a response has raised, or that were measured against it, go; what the rules still find comes up in
     * their place: in the answers an alert was about, where they are left, else in the newest.
     */
    private void lookAnew(UUID setAside) {
        Response gone = jdbc.sql("select " + AskingRows.RESPONSE
                        + " from response r where r.practice_id = :practice and r.id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", setAside)
                .query((row, number) -> rows.response(row).orElseThrow())
                .single();
        List<Alerts.Withdrawn> withdrawn = alerts.withdraw(gone);
        if (withdrawn.isEmpty()) {
            return;
        }
        CourseSoFar left = course("s.id = :which", gone.course().orElseThrow());
        withdrawn.forEach(alert -> left.to(gone.instrument()).stream()
                .reduce((earlier, later) -> alert.isAbout(earlier) && !alert.isAbout(later) ? earlier : later)
                .ifPresent(response -> KeepAnswers.findings(left.before(response), left.answeredWith(response)).stream()
                        .filter(finding -> finding.rule() == alert.rule()
                                && finding.instrument()
                                        .id()
                                        .equals(response.instrument().id()))
                        .forEach(finding -> alerts.raise(response, finding))));
    }

    /** The course somebody is in now, with its answers. */
    CourseSoFar open(PersonId person) {
        return course("s.person_id = :which and s.ended_at is null", person.value());
    }

    private CourseSoFar course(String condition, UUID which) {
        CourseSoFar[] found = {CourseSoFar.NONE};
        List<Response> responses = new ArrayList<>();
        jdbc.sql("select s.id as course, s.planned, " + AskingRows.RESPONSE + " from series s"
                        + " left join response r on r.practice_id = s.practice_id and r.series_id = s.id"
                        + " and r.set_aside_at is null where s.practice_id = :practice and " + condition
                        + " order by r.taken_at, r.kept_at")
                .param("practice", PracticeId.current().value())
                .param("which", which)
                .query(row -> {
                    found[0] = course(row);
                    rows.response(row).ifPresent(responses::add);
                });
        return new CourseSoFar(found[0].course(), found[0].planned(), responses);
    }

    private static CourseSoFar course(ResultSet row) throws SQLException {
        return new CourseSoFar(Optional.of(row.getObject("course", UUID.class)), row.getInt("planned"), List.of());
    }

    /**
     * Somebody's answers, by when they were answered, with the questions that were put and never answered.
     *
     * @param responses those that count
     */
    public record History(List<Response> responses, List<Unanswered> unanswered) {}

    /** Questions whose time went by without an answer. */
    public record Unanswered(
            Optional<UUID> course, Optional<Integer> session, List<String> instruments, Instant closed) {
        static Unanswered of(JsonRow row) {
            return new Unanswered(
                    row.perhaps("series_id", JsonRow::uuid),
                    row.perhaps("session", JsonRow::number),
                    row.words("instruments"),
                    row.moment("closes_at"));
        }
    }

    /** What counts, with what was put and never answered: all a picture needs, in one look. */
    public Glance<History> history() {
        return new Glance<>(
                part,
                "select json_build_object('responses', ("
                        + JsonRow.all("select r.* from response r where r.practice_id = :practice"
                                + " and r.person_id = :person and r.set_aside_at is null" + IN_ORDER)
                        + "), 'unanswered', ("
                        + JsonRow.all("select a.series_id, a.session, a.instruments, a.closes_at from asking a"
                                + " where a.practice_id = :practice and a.person_id = :person"
                                + " and a.answered_at is null and a.withdrawn_at is null and not a.in_room"
                                + " and not exists (select from response r where r.practice_id = a.practice_id"
                                + " and r.series_id = a.series_id and " + AskingRows.ANSWERED_APART + ")"
                                + " and a.closes_at <= :closedBy order by a.closes_at, a.id")
                        + "))",
                Map.of("closedBy", Timestamp.from(time.now())),
                (person, found) -> history(JsonRow.of(found)));
    }

    private History history(JsonRow found) {
        return new History(found.rows("responses", rows::response), found.rows("unanswered", Unanswered::of));
    }
}
