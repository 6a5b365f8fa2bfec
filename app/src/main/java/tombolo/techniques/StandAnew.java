package tombolo.techniques;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.FearAskedAbout;
import tombolo.inventory.SaidDied;
import tombolo.inventory.SaidLiving;
import tombolo.inventory.SaidNotSafe;

/**
 * After fear or control was asked about at a start, or the circles say that it is not safe to be honest with somebody, no piece
 * waits for what is closed now, what came of it is off the week, and all wait for what is open. Nothing
 * waits any longer for somebody who has died, and everything waits again where that was a slip.
 */
@Component
class StandAnew {
    private final Pieces pieces;

    StandAnew(Pieces pieces) {
        this.pieces = pieces;
    }

    @EventListener
    void on(FearAskedAbout asked) {
        pieces.standAnew(asked.person());
    }

    @EventListener
    void on(SaidNotSafe said) {
        pieces.standAnew(said.person(), said.who());
    }

    @EventListener
    void on(SaidDied said) {
        pieces.standAnew(said.person(), said.who());
    }

    @EventListener
    void on(SaidLiving said) {
        pieces.standAnew(said.person(), said.who());
    }
}
