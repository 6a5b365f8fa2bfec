package tombolo.safety;

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

/** The safety plan as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(80)
public final class SafetyPlanPart implements PartOfRecord {
    private final JdbcClient jdbc;

    SafetyPlanPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "safety-plan";
    }

    @Override
    public String title() {
        return "safety.plan.part";
    }

    @Override
    public String titleForStaff() {
        return "safety.desk.plan.part";
    }

    @Override
    public String about() {
        return "safety.plan.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/safety-plan");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/safety-plan");
    }

    @Override
    public void forget(PersonId person) {
        jdbc.sql("delete from safety_plan where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }
}
