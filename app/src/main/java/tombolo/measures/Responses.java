package tombolo.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.instruments.Answers;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Everyone's answers. They are loaded through the viewer, which is the permission check. */
@Repository
public class Responses {
    private final JdbcClient jdbc;
    private final AskingRows rows;
    private final KeepAnswers keepAnswers;
    private final People people;
    private final MeasuresPart part;
    private final AuditChain audit;

    Responses(
            JdbcClient jdbc,
            AskingRows rows,
            KeepAnswers keepAnswers,
            People people,
            MeasuresPart part,
            AuditChain audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keepAnswers = keepAnswers;
        this.people = people;
        this.part = part;
        this.audit = audit;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
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
            return load(person);
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

    /** The course somebody is in now, with its answers. */
    CourseSoFar open(PersonId person) {
        CourseSoFar[] found = {CourseSoFar.NONE};
        List<Response> responses = new ArrayList<>();
        jdbc.sql("select s.id as course, s.planned, " + AskingRows.RESPONSE + " from series s"
                        + " left join response r on r.practice_id = s.practice_id and r.series_id = s.id"
                        + " and r.set_aside_at is null where s.practice_id = :practice and s.person_id = :person"
                        + " and s.ended_at is null order by r.taken_at, r.kept_at")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query(row -> {
                    found[0] = course(row);
                    if (row.getObject("response") != null) {
                        responses.add(rows.response(row));
                    }
                });
        return new CourseSoFar(found[0].course(), found[0].planned(), responses);
    }

    private static CourseSoFar course(ResultSet row) throws SQLException {
        return new CourseSoFar(Optional.of(row.getObject("course", UUID.class)), row.getInt("planned"), List.of());
    }

    private List<Response> load(PersonId person) {
        return jdbc.sql("select " + AskingRows.RESPONSE + " from response r where r.practice_id = :practice"
                        + " and r.person_id = :person order by r.taken_at, r.kept_at, r.id")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query((row, number) -> rows.response(row))
                .list();
    }
}
