package tombolo.cover;

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

/** Who a person was handed on to, and who stood in for whom. */
@Component
@Order(110)
final class CoverPart implements PartOfRecord {
    private final JdbcClient jdbc;

    CoverPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "cover";
    }

    @Override
    public String title() {
        return "cover.part";
    }

    @Override
    public String titleForStaff() {
        return "cover.desk.part";
    }

    @Override
    public String about() {
        return "cover.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/transfer");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : List.of("taken_over", "told_by_hand", "transfer")) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
