package tombolo.sessions;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.people.People;
import tombolo.sessions.SelfReview.Answer;
import tombolo.sessions.SelfReview.Item;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** The self-reviews; each belongs to the therapist who filled it in, and nobody else opens it. */
@Repository
public class SelfReviews {
    private final JdbcClient jdbc;
    private final People people;
    private final SessionNotePart part;
    private final AuditChain audit;

    SelfReviews(JdbcClient jdbc, People people, SessionNotePart part, AuditChain audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.audit = audit;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The viewer's own. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        public Optional<SelfReview> of(Hour hour) {
            people.visibleTo(viewer).get(hour.person(), part);
            return jdbc.sql("select items, answers, filled_at from self_review where practice_id = :practice"
                            + " and person_id = :person and course_id = :course and session = :session"
                            + " and reviewer = :viewer")
                    .param("practice", PracticeId.current().value())
                    .param("person", hour.person().value())
                    .param("course", hour.course())
                    .param("session", hour.number())
                    .param("viewer", viewer.account().value())
                    .query((row, number) -> new SelfReview(
                            hour,
                            viewer.account(),
                            SelfReview.of((String[]) row.getArray("items").getArray(), (Short[])
                                    row.getArray("answers").getArray()),
                            row.getTimestamp("filled_at").toInstant()))
                    .optional();
        }

        /** In place of what was filled in before. */
        public void save(SelfReview review) {
            people.visibleTo(viewer).get(review.hour().person(), part);
            if (!review.reviewer().equals(viewer.account())) {
                throw new IllegalStateException("A self-review is one's own");
            }
            List<Map.Entry<Item, Answer>> answers = review.answers().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            jdbc.sql("insert into self_review (practice_id, id, person_id, course_id, session, reviewer, items,"
                            + " answers, filled_at) values (:practice, :id, :person, :course, :session, :viewer,"
                            + " :items, :answers, :at) on conflict (practice_id, course_id, session, reviewer)"
                            + " do update set items = excluded.items, answers = excluded.answers,"
                            + " filled_at = excluded.filled_at")
                    .param("practice", PracticeId.current().value())
                    .param("id", Ids.next())
                    .param("person", review.hour().person().value())
                    .param("course", review.hour().course())
                    .param("session", review.hour().number())
                    .param("viewer", viewer.account().value())
                    .param(
                            "items",
                            answers.stream().map(it -> it.getKey().name()).toArray(String[]::new))
                    .param(
                            "answers",
                            answers.stream()
                                    .map(it -> (short) it.getValue().points())
                                    .toArray(Short[]::new))
                    .param("at", Timestamp.from(review.filledAt()))
                    .update();
            audit.record(viewer, Act.WROTE, review.hour().person(), part.name());
        }
    }
}
