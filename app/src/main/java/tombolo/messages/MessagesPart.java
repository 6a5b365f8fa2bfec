package tombolo.messages;

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

/** What was written to somebody, as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(90)
public final class MessagesPart implements PartOfRecord {
    private final JdbcClient jdbc;

    MessagesPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String title() {
        return "messages.part";
    }

    @Override
    public String titleForStaff() {
        return "messages.desk.part";
    }

    @Override
    public String about() {
        return "messages.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/messages");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/messages");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : List.of("message", "message_wish")) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
