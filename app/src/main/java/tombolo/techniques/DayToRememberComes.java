package tombolo.techniques;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;

/**
 * The next day that comes round each year, for the person's first page when it is near: that there is one, and no word of which,
 * since others may see that page.
 */
@Component
@Order(62)
class DayToRememberComes implements ComesNext {
    /** Long enough to make a plan for it. */
    private static final int DAYS_BEFORE = 14;

    private final Pieces pieces;
    private final Techniques techniques;
    private final Practices practices;
    private final ProgrammeTime time;

    DayToRememberComes(Pieces pieces, Techniques techniques, Practices practices, ProgrammeTime time) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        List<String> yearly = techniques.all().stream()
                .filter(how -> !how.yearly().isEmpty())
                .map(Technique::id)
                .toList();
        return pieces.with(yearly)
                .map(found -> found.stream().flatMap(this::near).toList());
    }

    Stream<Line> near(Piece piece) {
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        return techniques.find(piece.technique()).stream()
                .flatMap(how -> how.next(piece.answers(), today).stream().limit(1))
                .map(Comes::day)
                .filter(day -> !day.isAfter(today.plusDays(DAYS_BEFORE)))
                .map(day -> new Line(
                        "techniques.next-day", day.atStartOfDay(zone).toInstant(), "/my/techniques/" + piece.id()));
    }
}
