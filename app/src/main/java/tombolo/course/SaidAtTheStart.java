package tombolo.course;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.people.PartOfRecord;
import tombolo.timeline.SaidElsewhere;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What was said at the start of when they were last well and when it began, for the timeline. */
@Component
class SaidAtTheStart implements SaidElsewhere {
    private final Courses courses;
    private final Intakes intakes;
    private final IntakePart part;

    SaidAtTheStart(Courses courses, Intakes intakes, IntakePart part) {
        this.courses = courses;
        this.intakes = intakes;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public List<Saying> of(PersonId person, Viewer viewer) {
        return courses.visibleTo(viewer)
                .of(person)
                .flatMap(course -> intakes.visibleTo(viewer).of(course).of(IntakeTask.HISTORY))
                .map(SaidAtTheStart::said)
                .orElse(List.of());
    }

    /** The two questions are called as the turns are. */
    private static List<Saying> said(IntakeEntry history) {
        return Stream.of(Turn.WELL, Turn.ONSET)
                .map(turn -> new Saying(turn, history.value(turn.key()).strip()))
                .filter(said -> !said.words().isEmpty())
                .toList();
    }
}
