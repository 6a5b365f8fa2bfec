package tombolo.ending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.ending.EndingReview.Parts;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Everyone's reviews, every version. They are loaded through the viewer, which is the permission check. */
@Repository
public class EndingReviews {
    private final JdbcClient jdbc;
    private final People people;
    private final EndingPart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    EndingReviews(JdbcClient jdbc, People people, EndingPart part, Vault vault, AuditChain audit, ProgrammeTime time) {
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

    /** The reviews this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their review. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** As it stands; empty while none is written. */
        public Optional<EndingReview> of(PersonId person) {
            return versionsOf(person).stream().findFirst();
        }

        /** Every version, the newest first. */
        public List<EndingReview> versionsOf(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(person);
        }

        /**
         * Writes the next version.
         *
         * @param seen the version the writer had before them, 0 for none
         * @throws ReviewChanged when somebody has written a newer one; nothing is kept then
         */
        public EndingReview write(PersonId person, int seen, Parts parts) {
            if (parts.isBlank()) {
                throw new IllegalArgumentException("A review says something");
            }
            person(person);
            EndingReview next = new EndingReview(Ids.next(), person, seen + 1, parts, viewer.account(), time.now());
            int written = jdbc.sql("insert into ending_review (practice_id, id, person_id, version, words, written_by,"
                            + " written_at) select :practice, :id, :person, :version, :words, :by, :at"
                            + " where coalesce((select max(r.version) from ending_review r where r.practice_id ="
                            + " :practice and r.person_id = :person), 0) = :seen"
                            + " on conflict (practice_id, person_id, version) do nothing")
                    .param("practice", PracticeId.current().value())
                    .param("id", next.id())
                    .param("person", person.value())
                    .param("version", next.version())
                    .param("seen", seen)
                    .param("words", vault.seal(person, place(next.id()), json.writeValueAsString(parts)))
                    .param("by", next.writtenBy().value())
                    .param("at", Timestamp.from(next.writtenAt()))
                    .update();
            if (written == 0) {
                throw new ReviewChanged(load(person).getFirst());
            }
            audit.record(viewer, Act.WROTE, person, part.name());
            return next;
        }
    }

    private List<EndingReview> load(PersonId person) {
        return jdbc.sql("select id, version, words, written_by, written_at from ending_review"
                        + " where practice_id = :practice and person_id = :person order by version desc")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query((row, number) -> review(person, row))
                .list();
    }

    private EndingReview review(PersonId person, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String words = vault.open(person, place(id), row.getBytes("words")).words();
        return new EndingReview(
                id,
                person,
                row.getInt("version"),
                json.readValue(words, Parts.class),
                new AccountId(row.getObject("written_by", UUID.class)),
                row.getTimestamp("written_at").toInstant());
    }

    private static Place place(UUID id) {
        return new Place("ending_review", "words", id);
    }
}
