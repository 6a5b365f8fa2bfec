package tombolo.techniques;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.people.PartOfRecord;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.AlongTheWay;
import tombolo.timeline.SpokenDate;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The days on which a piece of work was begun, and those that come round each year. */
@Component
class PiecesAlongTheWay implements AlongTheWay {
    private final Pieces pieces;
    private final Techniques techniques;
    private final PiecesPart part;
    private final Practices practices;
    private final ProgrammeTime time;

    PiecesAlongTheWay(Pieces pieces, Techniques techniques, PiecesPart part, Practices practices, ProgrammeTime time) {
        this.pieces = pieces;
        this.techniques = techniques;
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
        return pieces.visibleTo(viewer).of(person).stream()
                .flatMap(piece -> techniques.find(piece.technique()).stream()
                        .flatMap(how -> moments(piece, how, base + "/" + piece.id(), zone, frame)))
                .toList();
    }

    private Stream<Moment> moments(Piece piece, Technique how, String href, ZoneId zone, Frame frame) {
        Moment begun =
                new Moment(LocalDate.ofInstant(piece.begunAt(), zone), frame.t(how.texts() + ".title"), href, false);
        Stream<Moment> comesRound = how.yearly().stream()
                .flatMap(yearly -> SpokenDate.yearly(piece.answers().one(yearly.day())).stream()
                        .map(day -> new Moment(
                                next(day, time.today(zone)),
                                line(piece.answers().one(yearly.what()), frame),
                                href,
                                true)));
        return Stream.concat(Stream.of(begun), comesRound);
    }

    /** Today, if it is today. */
    private static LocalDate next(MonthDay day, LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    private static String line(String what, Frame frame) {
        return what.isEmpty() ? frame.t("techniques.yearly") : frame.t("techniques.yearly.what", what);
    }
}
