package tombolo.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.inventory.KnownWay;
import tombolo.inventory.RelationshipId;
import tombolo.people.People;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whom to ring, as it was told at the start: somebody from the circles, and their telephone. */
@Component
class ToldAtTheStart implements KnownWay {
    private final Courses courses;
    private final Intakes intakes;
    private final People people;
    private final IntakePart part;

    ToldAtTheStart(Courses courses, Intakes intakes, People people, IntakePart part) {
        this.courses = courses;
        this.intakes = intakes;
        this.people = people;
        this.part = part;
    }

    @Override
    public Map<RelationshipId, String> of(PersonId person, Viewer viewer) {
        if (people.visibleTo(viewer).among(List.of(person), part).isEmpty()) {
            return Map.of();
        }
        return courses.visibleTo(viewer)
                .of(person)
                .flatMap(course -> intakes.visibleTo(viewer).of(course).of(IntakeTask.DETAILS))
                .flatMap(ToldAtTheStart::way)
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
