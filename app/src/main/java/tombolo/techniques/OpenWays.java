package tombolo.techniques;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.inventory.Inventories;

/**
 * What stands open in a piece of work towards whom it is about: nothing is asked of the dead, and nothing is said where that is
 * closed. Whoever asks has made sure that they may.
 */
@Component
class OpenWays {
    private final SafeToSay safe;
    private final Inventories inventories;

    OpenWays(SafeToSay safe, Inventories inventories) {
        this.safe = safe;
        this.inventories = inventories;
    }

    /**
     * Whether what is planned in it is to be said to somebody towards whom that is closed, whomever it is about. It knows English.
     */
    boolean speaksWhereClosed(Piece piece, Technique how) {
        String plan = how.leads().stream()
                .flatMap(Technique.Leads::onTheWeek)
                .map(piece.answers()::one)
                .collect(Collectors.joining("\n"));
        return NameInWords.isSpoken(plan)
                && safe.closesAnything(piece.person())
                && inventories.everyone(piece.person()).entrySet().stream()
                        .filter(one ->
                                NameInWords.isSpokenTo(plan, one.getValue().words()))
                        .anyMatch(one ->
                                safe.towards(piece.person(), Optional.of(one.getKey())) == SafeToSay.Standing.CLOSED);
    }

    /** Whether it would ask something of whoever has died since. */
    boolean asksOfTheDead(Piece piece, Technique how) {
        return (how.isTriedWithThem(piece.answers()) || how.leadsToAsserting(piece.answers()))
                && !how.isToOneself(piece.answers())
                && piece.with()
                        .filter(with -> inventories.hasDied(piece.person(), with.who()))
                        .isPresent();
    }

    /** Whether what comes of it may be said to somebody who may not like it. */
    boolean asserts(Piece piece, Technique how) {
        return how.mayLeadToAsserting(piece.answers())
                && !how.isToOneself(piece.answers())
                && !safe.isKeptFromTheDead(piece, how);
    }

    /** Whether something may be said to whom it is about, or where nobody was told of. */
    boolean isOpen(Piece piece, Technique how) {
        return how.asksWhomAt(piece.answers()).isEmpty() && safe.of(piece, how) == SafeToSay.Standing.OPEN;
    }

    /** With whether it waits for anything, by the steps that are open. */
    Piece measured(Piece piece, Technique how) {
        boolean mourned = asksOfTheDead(piece, how);
        boolean nothing = mourned && !how.mayBeAboutTheDead();
        boolean mayAssert = !mourned && safe.of(piece, how) != SafeToSay.Standing.CLOSED;
        return piece.measuredBy(nothing ? List.of() : how.steps(piece.answers(), mayAssert));
    }
}
