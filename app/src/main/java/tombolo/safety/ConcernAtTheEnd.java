package tombolo.safety;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.OpenAtTheEnd;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Something was said that a human must answer, or a question about it was left open; neither ends with a course. */
@Component
@Order(0)
class ConcernAtTheEnd implements OpenAtTheEnd {
    private final Concerns concerns;
    private final QuestionsLeftOpen questions;

    ConcernAtTheEnd(Concerns concerns, QuestionsLeftOpen questions) {
        this.concerns = concerns;
        this.questions = questions;
    }

    @Override
    public Optional<Open> openAtTheEnd(PersonId person, Viewer viewer) {
        return concerns.visibleTo(viewer)
                .open(person)
                .map(open -> new Open(Said.of("safety.desk.at-the-end.concern"), "/desk/concerns/" + open.id()))
                .or(() -> questions.visibleTo(viewer).of(person).stream()
                        .findFirst()
                        .map(open -> new Open(
                                Said.of("safety.desk.at-the-end.left-open"), "/desk/people/" + person + "/concerns")));
    }
}
