package tombolo.measures;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;

/** What the rules bring up about a course and what was decided, for whoever walks with the person. */
@Component
@Order(35)
public final class AlertsPart implements PartOfRecord {
    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public String title() {
        return "measures.alerts.part";
    }

    @Override
    public String titleForStaff() {
        return "measures.desk.alerts.part";
    }

    @Override
    public String about() {
        return "measures.alerts.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/look-again");
    }
}
