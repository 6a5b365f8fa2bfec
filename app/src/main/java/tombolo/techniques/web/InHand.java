package tombolo.techniques.web;

import java.util.List;
import java.util.Optional;
import tombolo.techniques.Piece;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Choice;
import tombolo.ui.NotFound;
import tombolo.vault.PersonId;

/**
 * A piece of work as somebody has it before them.
 *
 * @param place whose it is
 * @param standing whether saying hard things to whoever it is about is open
 * @param people everyone it could be about, and whoever it is about
 */
record InHand(Place place, Piece piece, Technique how, Standing standing, List<Choice> people) {
    /** Where it is. */
    String address() {
        return place.base() + "/" + piece.id();
    }

    PersonId whose() {
        return piece.person();
    }

    /** What whoever it is about is called; empty for nobody, and for oneself. */
    String about() {
        return piece.with().map(with -> with.who().value().toString()).stream()
                .flatMap(who -> people.stream().filter(one -> one.value().equals(who)))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    /** Its steps without those that are closed. */
    List<Step> steps() {
        return how.steps().stream()
                .filter(step -> standing != Standing.CLOSED || !step.asserting())
                .toList();
    }

    Step step(String id) {
        return how.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Whether a step may be taken: one about saying something only once it was answered that this is safe. */
    boolean mayTake(Step step) {
        return !step.asserting() || standing == Standing.OPEN;
    }

    /** Whether what comes of it may be put on the week at all. */
    boolean mayLead() {
        return standing != Standing.CLOSED || !how.leadsToAsserting();
    }

    /** The step of the least path that waits, if one does. */
    Optional<Step> next() {
        return steps().stream()
                .filter(step -> step.least() && step.waits(piece.answers()))
                .findFirst();
    }
}
