package tombolo.techniques;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.database.JsonRow;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;

/**
 * The newest piece of work that is whole and leads to nothing to try, such as a letter, for the person's first page while it is
 * new: it is there to be read again, and nothing is to be done about it.
 */
@Component
@Order(64)
class LiesHere implements ComesNext {
    private static final Duration NEW = Duration.ofDays(14);

    private final Techniques techniques;
    private final PiecesPart part;
    private final ProgrammeTime time;

    LiesHere(Techniques techniques, PiecesPart part, ProgrammeTime time) {
        this.techniques = techniques;
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        List<String> quiet = techniques.all().stream()
                .filter(how -> how.leads().isEmpty())
                .map(Technique::id)
                .toList();
        return new Glance<>(
                part,
                JsonRow.all("select id, changed_at from piece_of_work where practice_id = :practice"
                        + " and person_id = :person and whole and technique = any(string_to_array(:liesWith, ' '))"
                        + " and changed_at > :liesSince order by changed_at desc limit 1"),
                Map.of(
                        "liesWith",
                        String.join(" ", quiet),
                        "liesSince",
                        Timestamp.from(time.now().minus(NEW))),
                (person, found) -> JsonRow.read(
                        found,
                        row -> new Line(
                                "techniques.next-lies", row.moment("changed_at"), "/my/techniques/" + row.uuid("id"))));
    }
}
