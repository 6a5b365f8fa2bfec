package tombolo.techniques;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tombolo.people.PartOfRecord;
import tombolo.practice.Practices;
import tombolo.timeline.AlongTheWay;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The days on which a piece of work was begun. */
@Component
class PiecesAlongTheWay implements AlongTheWay {
    private final Pieces pieces;
    private final Techniques techniques;
    private final PiecesPart part;
    private final Practices practices;

    PiecesAlongTheWay(Pieces pieces, Techniques techniques, PiecesPart part, Practices practices) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.part = part;
        this.practices = practices;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public List<Moment> of(PersonId person, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/techniques" : "/desk/people/" + person + "/techniques";
        ZoneId zone = practices.current().zone();
        return pieces.visibleTo(viewer).of(person).stream()
                .flatMap(piece -> techniques.find(piece.technique()).stream()
                        .map(how -> new Moment(
                                LocalDate.ofInstant(piece.begunAt(), zone),
                                frame.t(how.texts() + ".title"),
                                base + "/" + piece.id())))
                .toList();
    }
}
