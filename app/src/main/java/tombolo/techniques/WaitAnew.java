package tombolo.techniques;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.FearAskedAbout;

/** After fear or control was asked about at a start, no piece waits for what is closed now, and all wait for what is open. */
@Component
class WaitAnew {
    private final Pieces pieces;

    WaitAnew(Pieces pieces) {
        this.pieces = pieces;
    }

    @EventListener
    void on(FearAskedAbout asked) {
        pieces.waitAnew(asked.person());
    }
}
