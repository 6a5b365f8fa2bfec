package tombolo.people;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.vault.PersonId;

/** What someone is called and how they may be reached. */
@Component
@Order(1)
public final class ContactPart implements PartOfRecord {
    @Override
    public String name() {
        return "contact";
    }

    @Override
    public String title() {
        return "people.part.contact";
    }

    @Override
    public String about() {
        return "people.part.contact.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(
                Eyes.THEMSELF, Eyes.THERAPIST, Eyes.THERAPIST_OF_THE_PRACTICE, Eyes.STANDING_IN, Eyes.MANAGER);
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person);
    }
}
