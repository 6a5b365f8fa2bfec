package tombolo.safety;

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

/** What a person said that a human must answer, and what was done: open to them and to whoever walks with them. */
@Component
@Order(5)
public final class ConcernPart implements PartOfRecord {
    private final JdbcClient jdbc;

    ConcernPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "concerns";
    }

    @Override
    public String title() {
        return "safety.passed.part";
    }

    @Override
    public String titleForStaff() {
        return "safety.desk.concern.part";
    }

    @Override
    public String about() {
        return "safety.passed.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/passed-on");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/concerns");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : List.of("left_open", "said_how_safe", "concern_step", "concern_opening", "concern")) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
