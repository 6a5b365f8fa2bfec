package tombolo.techniques;

import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;

/**
 * The newest piece of work that is whole and leads to nothing to try, such as a letter, for the person's first page while it is
 * new: it is there to be read again, and nothing is to be done about it. One that is there because a day of it comes is there once.
 */
@Component
@Order(64)
class LiesHere implements ComesNext {
    private static final Duration NEW = Duration.ofDays(14);

    private final Techniques techniques;
    private final Pieces pieces;
    private final DayToRememberComes comes;
    private final ProgrammeTime time;

    LiesHere(Techniques techniques, Pieces pieces, DayToRememberComes comes, ProgrammeTime time) {
        this.techniques = techniques;
        this.pieces = pieces;
        this.comes = comes;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        List<String> quiet = techniques.all().stream()
                .filter(how -> how.leads().isEmpty())
                .map(Technique::id)
                .toList();
        return pieces.since("lies", quiet, time.now().minus(NEW))
                .map(found -> found.stream()
                        .filter(Piece::whole)
                        .filter(piece -> comes.near(piece).findAny().isEmpty())
                        .limit(1)
                        .map(piece ->
                                new Line("techniques.next-lies", piece.changedAt(), "/my/techniques/" + piece.id()))
                        .toList());
    }
}
