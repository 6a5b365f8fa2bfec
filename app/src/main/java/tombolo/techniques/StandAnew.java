package tombolo.techniques;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.FearAskedAbout;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.SaidDied;
import tombolo.inventory.SaidLiving;
import tombolo.inventory.SaidNotSafe;
import tombolo.vault.PersonId;
import tombolo.week.Tries;
import tombolo.week.TryId;
import tombolo.week.With;

/**
 * After fear or control was asked about at a start, or the circles say that it is not safe to be honest with somebody, no piece
 * waits for what is closed now, what came of it is off the week, and all wait for what is open. Nothing
 * waits any longer for somebody who has died, and everything waits again where that was a slip.
 */
@Component
class StandAnew {
    private final PieceRows rows;
    private final Techniques techniques;
    private final OpenWays open;
    private final SafeToSay safe;
    private final SafeToSayPart check;
    private final Tries tries;

    StandAnew(PieceRows rows, Techniques techniques, OpenWays open, SafeToSay safe, SafeToSayPart check, Tries tries) {
        this.rows = rows;
        this.techniques = techniques;
        this.open = open;
        this.safe = safe;
        this.check = check;
        this.tries = tries;
    }

    @EventListener
    void on(FearAskedAbout asked) {
        these(asked.person(), rows.of(asked.person()));
    }

    @EventListener
    void on(SaidNotSafe said) {
        about(said.person(), said.who());
    }

    @EventListener
    void on(SaidDied said) {
        about(said.person(), said.who());
    }

    @EventListener
    void on(SaidLiving said) {
        about(said.person(), said.who());
    }

    /** Those about one person. */
    void about(PersonId person, RelationshipId who) {
        these(person, rows.about(person, who));
    }

    private void these(PersonId person, List<Piece> some) {
        some.forEach(piece -> techniques.find(piece.technique()).ifPresent(how -> {
            rows.remeasure(open.measured(piece, how));
            piece.tried().ifPresent(tried -> isTowards(piece, tried, how));
        }));
        planned(person);
    }

    private void isTowards(Piece piece, TryId tried, Technique how) {
        tries.isTowards(piece.person(), tried, piece.with().map(With::who), open.asserts(piece, how));
    }

    /**
     * What came of a piece is on the week, and something else is said in it now.
     *
     * @param waits whether somebody has to be chosen first
     */
    void planned(Piece piece, TryId tried, Technique how, boolean waits) {
        if (waits || open.asksOfTheDead(piece, how) || open.speaksWhereClosed(piece, how)) {
            tries.withdraw(piece.person(), tried, check);
        } else {
            isTowards(piece, tried, how);
            planned(piece.person());
        }
    }

    /** What is planned towards somebody with whom it was not answered that this is safe leaves the week. */
    private void planned(PersonId person) {
        Map<Optional<RelationshipId>, SafeToSay.Standing> known = new HashMap<>();
        tries.withdraw(
                person,
                towards -> known.computeIfAbsent(towards, one -> safe.towards(person, one)) != SafeToSay.Standing.OPEN,
                check);
        if (safe.closesAnything(person)) {
            rows.of(person).stream()
                    .filter(piece -> piece.tried().isPresent())
                    .filter(piece -> techniques
                            .find(piece.technique())
                            .filter(how -> open.speaksWhereClosed(piece, how))
                            .isPresent())
                    .forEach(piece -> tries.withdraw(person, piece.tried().get(), check));
        }
    }
}
