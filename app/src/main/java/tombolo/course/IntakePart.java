package tombolo.course;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;

/**
 * What was found at the start as a part of the record: open to whoever walks with the person. It has no page of the
 * person's own, because it holds the answers about fear and control, which somebody beside them might read.
 */
@Component
@Order(21)
public final class IntakePart implements PartOfRecord {
    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String title() {
        return "course.my.intake.part";
    }

    @Override
    public String titleForStaff() {
        return "course.desk.intake.part";
    }

    @Override
    public String about() {
        return "course.my.intake.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/intake");
    }
}
