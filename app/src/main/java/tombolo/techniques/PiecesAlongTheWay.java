package tombolo.techniques;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.inventory.CirclesChoice;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.AlongTheWay;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.SpokenDate;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.ui.Frame;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The days on which a piece of work was begun, those that come round each year, and those in a life that only it tells of. */
@Component
class PiecesAlongTheWay implements AlongTheWay {
    private final Pieces pieces;
    private final Techniques techniques;
    private final Timelines timelines;
    private final CirclesChoice circles;
    private final PiecesPart part;
    private final Practices practices;
    private final ProgrammeTime time;

    PiecesAlongTheWay(
            Pieces pieces,
            Techniques techniques,
            Timelines timelines,
            CirclesChoice circles,
            PiecesPart part,
            Practices practices,
            ProgrammeTime time) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.timelines = timelines;
        this.circles = circles;
        this.part = part;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public List<Moment> of(PersonId person, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/techniques" : "/desk/people/" + person + "/techniques";
        ZoneId zone = practices.current().zone();
        List<Piece> all = pieces.visibleTo(viewer).of(person);
        return Stream.concat(
                        all.stream()
                                .flatMap(piece -> techniques.find(piece.technique()).stream()
                                        .flatMap(how -> moments(piece, how, base + "/" + piece.id(), zone, frame))),
                        happened(
                                all,
                                timelines.visibleTo(viewer).of(person),
                                circles.names(viewer, person),
                                base,
                                time.today(zone),
                                frame))
                .toList();
    }

    /** What stands on the line itself is not said a second time. */
    private Stream<Moment> happened(
            List<Piece> all,
            Timeline line,
            Map<RelationshipId, Confidential> names,
            String base,
            LocalDate today,
            Frame frame) {
        return all.stream()
                .flatMap(piece -> techniques.find(piece.technique()).stream()
                        .flatMap(how -> how.happened().stream()
                                .flatMap(it -> SpokenDate.heard(piece.answers().one(it.day()), today).date().stream()
                                        .filter(when -> !stands(line, piece, it, when))
                                        .map(when -> Moment.told(
                                                when,
                                                happened(how, what(piece, it, names), frame),
                                                base + "/" + piece.id())))));
    }

    private static String what(Piece piece, Technique.Happened happened, Map<RelationshipId, Confidential> names) {
        return happened.what().equals(Question.Whom.WHO)
                ? piece.with().map(with -> with.now(names)).orElse("")
                : piece.answers().one(happened.what());
    }

    /** The loss of them, where it tells of somebody; else a role that began or ended then, or a change of that time. */
    private static boolean stands(Timeline line, Piece piece, Technique.Happened happened, FuzzyDate when) {
        if (happened.what().equals(Question.Whom.WHO)) {
            return line.events().stream()
                    .filter(event -> event.kind() == LifeEvent.Kind.LOSS)
                    .anyMatch(event -> piece.with()
                            .filter(with -> event.words().isAbout(with.who()))
                            .isPresent());
        }
        return line.roles().stream()
                        .anyMatch(
                                role -> role.when().equals(when) || role.until().equals(Optional.of(when)))
                || line.events().stream()
                        .anyMatch(event -> event.kind() == LifeEvent.Kind.CHANGE
                                && event.when().equals(when));
    }

    private static String happened(Technique how, String what, Frame frame) {
        return what.isEmpty() ? frame.t(how.texts() + ".title") : frame.t(how.texts() + ".happened", what);
    }

    private Stream<Moment> moments(Piece piece, Technique how, String href, ZoneId zone, Frame frame) {
        Moment begun =
                new Moment(LocalDate.ofInstant(piece.begunAt(), zone), frame.t(how.texts() + ".title"), href, false);
        Stream<Moment> comesRound = how.next(piece.answers(), time.today(zone)).stream()
                .map(comes -> new Moment(comes.day(), line(how, comes, frame), href, true));
        return Stream.concat(Stream.of(begun), comesRound);
    }

    private static String line(Technique how, Comes comes, Frame frame) {
        return comes.words().isEmpty()
                ? frame.t("techniques.yearly")
                : frame.t(how.texts() + "." + comes.of().day() + ".comes", comes.words());
    }
}
