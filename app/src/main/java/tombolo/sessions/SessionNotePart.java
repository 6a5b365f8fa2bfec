package tombolo.sessions;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** What a therapist keeps of the sessions as a part of the record: open to whoever walks with the person, and to nobody else. */
@Component
@Order(10)
public final class SessionNotePart implements PartOfRecord {
    private static final List<String> TABLES =
            List.of("note_left_behind", "note_addendum", "signed_note", "session_note", "session_plan", "self_review");

    private final JdbcClient jdbc;

    SessionNotePart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public String title() {
        return "sessions.part";
    }

    @Override
    public String titleForStaff() {
        return "sessions.desk.part";
    }

    @Override
    public String about() {
        return "sessions.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/session");
    }

    @Override
    public boolean isForemost() {
        return true;
    }

    @Override
    public void forget(PersonId person) {
        TABLES.forEach(
                table -> jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                        .param("practice", PracticeId.current().value())
                        .param("person", person.value())
                        .update());
    }
}
