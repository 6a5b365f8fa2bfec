package tombolo.techniques;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;

/** A piece of work that lies half-done, for the person's first page: only the newest, so that nothing piles up there. */
@Component
@Order(60)
class HalfDone implements ComesNext {
    private final Pieces pieces;

    HalfDone(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                pieces.halfDone()
                        .map(found ->
                                found.stream().limit(1).map(Piece::changedAt).toList()),
                "techniques.next-line",
                "/my/techniques");
    }
}
