package tombolo.measures;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;

/** The questions that can be answered now, for the person's first page. */
@Component
@Order(20)
class QuestionsToAnswer implements ComesNext {
    private final Askings askings;

    QuestionsToAnswer(Askings askings) {
        this.askings = askings;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(askings.waiting(), "measures.next-line", "/my/questions");
    }
}
