package tombolo.techniques;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tombolo.inventory.Apart;
import tombolo.inventory.Description;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.With;

/**
 * Whom pieces of work are about, as the circles know them: somebody new is named there from a piece, and what a piece tells of a tie
 * is told there. The circles are loaded through the viewer, which is the permission check.
 */
@Component
public class WhomItIsAbout {
    private final Inventories inventories;
    private final ProgrammeTime time;

    WhomItIsAbout(Inventories inventories, ProgrammeTime time) {
        this.inventories = inventories;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** On the circles this viewer may see and change. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Why somebody of this name cannot be put on the circles from a piece (text key); empty where they can. */
        public Optional<String> cannotName(PersonId person, String name) {
            Inventory circles = inventories.visibleTo(viewer).toCompare(person);
            return circles.called(name).isPresent()
                    ? Optional.of("techniques.wrong.new.known")
                    : circles.hasRoomFor(1) ? Optional.empty() : Optional.of("inventory.add.full");
        }

        /**
         * Puts somebody on the circles whom a piece is about: not placed yet, like any other who is only named, or with the dead
         * where the piece mourns them. Who was taken off lately is the same person still, with all that was answered about them.
         */
        public RelationshipId name(PersonId person, Technique how, String name) {
            Inventory circles = inventories.visibleTo(viewer).toChange(person);
            Signature signature = new Signature(viewer.account(), time.now());
            Relationship named = circles.called(name)
                    .or(() -> putBack(circles, how, name, signature))
                    .orElseGet(() -> circles.add(
                                    List.of(name),
                                    Standing.at(how.isAboutTheDead() ? Apart.DIED : Apart.NOT_PLACED, Sector.OTHERS),
                                    signature)
                            .getFirst());
            inventories.save(circles, viewer);
            return named.id();
        }

        /** Who was taken off the circles because they died, and is mourned now, comes back to where the dead are. */
        private static Optional<Relationship> putBack(
                Inventory circles, Technique how, String name, Signature signature) {
            Optional<Relationship> back = circles.putBack(name, signature);
            back.filter(who -> how.isAboutTheDead())
                    .ifPresent(who -> circles.place(
                            who.id(),
                            who.version(),
                            Standing.at(Apart.DIED, who.standing().sector()),
                            signature));
            return back;
        }

        /** Whether whom a piece is about is on the circles, and not with the dead there. */
        public boolean isAmongTheLiving(Piece piece) {
            return piece.with()
                    .flatMap(with -> find(piece.person(), with.who()))
                    .filter(who -> who.standing().now() != Apart.DIED)
                    .isPresent();
        }

        /**
         * The step in which somebody has to be chosen before what is planned goes on the week: nobody is chosen, and it names
         * somebody who could be.
         */
        public Optional<String> namedAt(PersonId person, Technique how, Answers answers) {
            List<String> plans = how.plansIn(answers).stream()
                    .filter(answers::has)
                    .map(answers::one)
                    .toList();
            boolean nobody = Question.Whom.isNobody(answers) && !how.isToOneself(answers);
            return how.steps().stream()
                    .filter(step -> nobody && step.fields().contains(Question.Whom.WHO))
                    .filter(step -> !plans.isEmpty() && names(person, String.join("\n", plans)))
                    .map(Step::id)
                    .findFirst();
        }

        private boolean names(PersonId person, String plan) {
            return inventories.visibleTo(viewer).toCompare(person).people().stream()
                    .filter(one -> one.standing().now() != Apart.DIED)
                    .anyMatch(one -> NameInWords.stands(plan, one.name().words()));
        }

        boolean isThere(PersonId person, RelationshipId who) {
            return find(person, who).isPresent();
        }

        /** @param before whoever it was about, who may have left the circles since */
        With named(PersonId person, RelationshipId who, Optional<With> before) {
            return find(person, who)
                    .map(one -> new With(who, one.name().words()))
                    .or(() -> before.filter(already -> already.who().equals(who)))
                    .orElseThrow(() -> new IllegalArgumentException("Nobody of that id is on the circles"));
        }

        /** Nothing is written where nothing is new, and nobody is told of who was taken off the circles. */
        void tell(PersonId person, RelationshipId who, UnaryOperator<Description> told) {
            Inventory circles = inventories.visibleTo(viewer).toChange(person);
            circles.find(who).ifPresent(tie -> {
                Description after = told.apply(tie.description());
                if (!after.equals(tie.description())) {
                    circles.describe(
                            who,
                            tie.version(),
                            tie.name().words(),
                            tie.standing(),
                            after,
                            new Signature(viewer.account(), time.now()));
                    inventories.save(circles, viewer);
                }
            });
        }

        private Optional<Relationship> find(PersonId person, RelationshipId who) {
            return inventories.visibleTo(viewer).toCompare(person).find(who);
        }
    }
}
