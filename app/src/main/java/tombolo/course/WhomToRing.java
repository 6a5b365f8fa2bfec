package tombolo.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.people.People;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whom to ring, as it was told at the start: somebody near the person, and their doctor. */
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

    /**
     * Whom to ring when it cannot wait, in the words in which it was told.
     *
     * @param who somebody on the circles; empty where it is somebody else, who is then named
     * @param when when they may be rung, and what may be said
     */
    public record Told(
            Optional<RelationshipId> who,
            String name,
            String telephone,
            String when,
            String doctor,
            String surgery,
            String surgeryTelephone) {

        public boolean hasSomebody() {
            return !telephone.isEmpty();
        }

        public boolean hasDoctor() {
            return Stream.of(doctor, surgery, surgeryTelephone).anyMatch(said -> !said.isEmpty());
        }

        /** The way to reach somebody on the circles. */
        public Map<RelationshipId, String> onTheCircles() {
            return hasSomebody() ? who.map(it -> Map.of(it, telephone)).orElse(Map.of()) : Map.of();
        }

        /** A line each for the doctor and for somebody who is not on the circles; when to ring is said to the practice alone. */
        public List<String> others() {
            return Stream.of(line(doctor, surgery, surgeryTelephone), who.isPresent() ? "" : line(name, telephone))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        private static String line(String... said) {
            return Stream.of(said).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "Told[…]";
        }
    }

    /** Somebody near the person and their doctor; empty for whoever may not open the start, and where neither was told. */
    public Optional<Told> told(PersonId person, Viewer viewer) {
        return details(person, viewer).map(WhomToRing::told).filter(told -> told.hasSomebody() || told.hasDoctor());
    }

    private static Told told(IntakeEntry details) {
        return new Told(
                Optional.of(details.value("contact-who"))
                        .filter(who -> !who.isEmpty())
                        .map(WhomToRing::id),
                details.value("contact-name"),
                details.value("contact-phone"),
                details.value("contact-when"),
                details.value("gp-name"),
                details.value("gp-practice"),
                details.value("gp-phone"));
    }

    private Optional<IntakeEntry> details(PersonId person, Viewer viewer) {
        return people.visibleTo(viewer).mayOpen(person, part)
                ? courses.visibleTo(viewer)
                        .of(person)
                        .flatMap(course -> intakes.visibleTo(viewer).of(course).of(IntakeTask.DETAILS))
                : Optional.empty();
    }

    private static RelationshipId id(String who) {
        return new RelationshipId(UUID.fromString(who));
    }
}
