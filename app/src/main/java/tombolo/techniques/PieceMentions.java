package tombolo.techniques;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The pieces of work about somebody on the circles. */
@Component
@Order(45)
class PieceMentions implements MentionOf {
    private final Pieces pieces;
    private final Techniques techniques;
    private final PiecesPart part;

    PieceMentions(Pieces pieces, Techniques techniques, PiecesPart part) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public String title() {
        return "techniques.mention.title";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/techniques" : "/desk/people/" + person + "/techniques";
        return pieces.visibleTo(viewer).with(person, who).stream()
                .flatMap(piece -> techniques.find(piece.technique()).stream()
                        .map(how -> new Mention(frame.t(how.texts() + ".title"), base + "/" + piece.id())))
                .toList();
    }
}
