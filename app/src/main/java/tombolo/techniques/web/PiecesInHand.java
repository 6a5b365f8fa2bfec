package tombolo.techniques.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tombolo.inventory.CirclesChoice;
import tombolo.inventory.RelationshipId;
import tombolo.practice.Practices;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.PieceId;
import tombolo.techniques.Pieces;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.StepBeginnings;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.techniques.WhomItIsAbout;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.NotFound;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.With;

/** Takes a piece of work in hand for whoever may see it; a denied one is as if it never was. */
@Component
class PiecesInHand {
    private final Pieces pieces;
    private final WhomItIsAbout whom;
    private final Techniques techniques;
    private final StepBeginnings beginnings;
    private final SafeToSay safe;
    private final CirclesChoice circles;
    private final Practices practices;
    private final ProgrammeTime time;

    PiecesInHand(
            Pieces pieces,
            WhomItIsAbout whom,
            Techniques techniques,
            StepBeginnings beginnings,
            SafeToSay safe,
            CirclesChoice circles,
            Practices practices,
            ProgrammeTime time) {
        this.pieces = pieces;
        this.whom = whom;
        this.techniques = techniques;
        this.beginnings = beginnings;
        this.safe = safe;
        this.circles = circles;
        this.practices = practices;
        this.time = time;
    }

    /** @param person whose it is, at the desk; null for one's own */
    InHand take(Viewer viewer, @Nullable UUID person, UUID id) {
        PersonId whose = Place.whose(viewer, person);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        return of(viewer, piece);
    }

    /** The same for one that has just been loaded. */
    InHand of(Viewer viewer, Piece piece) {
        Technique how = techniques.find(piece.technique()).orElseThrow(NotFound::new);
        Place place = place(viewer, piece.person());
        return new InHand(
                place,
                piece,
                how,
                standing(viewer, piece, how),
                people(
                        viewer,
                        piece.person(),
                        how,
                        With.called(piece.with().stream().toList())),
                minded(
                        viewer,
                        place,
                        piece.person(),
                        how,
                        piece.answers(),
                        piece.with().map(With::who)),
                pieces.visibleTo(viewer).speaksWhereClosed(piece, how),
                pieces.visibleTo(viewer).asksOfTheDead(piece, how),
                how.isAboutTheDead() && whom.visibleTo(viewer).isAmongTheLiving(piece),
                whom.visibleTo(viewer).namedAt(piece.person(), how, piece.answers()));
    }

    /**
     * What is to be minded of what was said, and of what was told of the same person elsewhere (text key).
     *
     * @param about whom a piece is about, or would be
     */
    Optional<String> minded(
            Viewer viewer, Place place, PersonId whose, Technique how, Answers said, Optional<RelationshipId> about) {
        Answers known = beginnings.visibleTo(viewer).withTheLoss(whose, how, about, said);
        return how.minded(known, time.today(practices.current().zone())).map(key -> place.desk() ? key + ".desk" : key);
    }

    /** Everyone a piece with a technique could be about. */
    List<Choice> people(Viewer viewer, PersonId whose, Technique how) {
        return people(viewer, whose, how, Map.of());
    }

    private List<Choice> people(Viewer viewer, PersonId whose, Technique how, Map<RelationshipId, String> already) {
        return how.mayBeAboutTheDead()
                ? circles.toTellOf(viewer, whose, already)
                : circles.toAsk(viewer, whose, already);
    }

    /** What is between somebody and themself does not wait for a question about somebody else; what is closed stays closed. */
    private Standing standing(Viewer viewer, Piece piece, Technique how) {
        Standing standing = safe.visibleTo(viewer).of(piece, how);
        return standing == Standing.NOT_ASKED && how.isToOneself(piece.answers()) ? Standing.OPEN : standing;
    }

    Place place(Viewer viewer, PersonId whose) {
        return Place.of(viewer, pieces.visibleTo(viewer).person(whose));
    }
}
