package tombolo.techniques;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;

/** A piece of work that lies half-done, for the person's first page: only the newest, so that nothing piles up there. */
@Component
@Order(60)
class HalfDone implements ComesNext {
    private final PiecesPart part;

    HalfDone(PiecesPart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select w.changed_at as at from piece_of_work w where w.practice_id = :practice"
                                + " and w.person_id = :person and not w.whole order by w.changed_at desc limit 1",
                        Map.of()),
                "techniques.next-line",
                "/my/techniques");
    }
}
