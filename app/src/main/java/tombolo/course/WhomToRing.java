package tombolo.course;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.people.People;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whom to ring, as it was told at the start: somebody from the circles, and their telephone. */
@Component
public class WhomToRing {
    private final Courses courses;
    private final Intakes intakes;
    private final People people;
    private final IntakePart part;

    WhomToRing(Courses courses, Intakes intakes, People people, IntakePart part) {
        this.courses = courses;
        this.intakes = intakes;
        this.people = people;
        this.part = part;
    }

    /** The way to reach somebody on the circles, in the words in which it was told; nothing for whoever may not open the start. */
    public Map<RelationshipId, String> of(PersonId person, Viewer viewer) {
        if (!people.visibleTo(viewer).mayOpen(person, part)) {
            return Map.of();
        }
        return courses.visibleTo(viewer)
                .of(person)
                .flatMap(course -> intakes.visibleTo(viewer).of(course).of(IntakeTask.DETAILS))
                .flatMap(WhomToRing::way)
                .orElse(Map.of());
    }

    private static Optional<Map<RelationshipId, String>> way(IntakeEntry details) {
        String who = details.value("contact-who");
        String telephone = details.value("contact-phone");
        return who.isEmpty() || telephone.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(new RelationshipId(UUID.fromString(who)), telephone));
    }
}
