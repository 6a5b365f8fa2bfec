package tombolo.formulation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** What was agreed, as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(60)
public final class FormulationPart implements PartOfRecord {
    private final JdbcClient jdbc;

    FormulationPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "formulation";
    }

    @Override
    public String title() {
        return "formulation.part";
    }

    @Override
    public String titleForStaff() {
        return "formulation.desk.part";
    }

    @Override
    public String about() {
        return "formulation.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/what-we-agreed");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/formulation");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : new String[] {"formulation_taken_back", "formulation_agreement", "formulation"}) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
