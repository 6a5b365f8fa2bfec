package tombolo.grief;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * A letter to somebody who died (T20; A.5, grief, strategies 2 to 5). It goes nowhere but where the person keeps it. Whoever it
 * is to need not be on the circles: a child who was never born may not be.
 */
@Component
@Order(85)
class GriefLetter implements Technique {

    @Override
    public String id() {
        return "grief-letter";
    }

    @Override
    public String texts() {
        return "grief.letter";
    }

    @Override
    public boolean isAboutTheDead() {
        return true;
    }

    @Override
    public Learning learning() {
        return Learning.CHANGE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork("grief");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("dear", new Whom(false, false), Words.line("dear")),
                Step.of("tell", Words.some("tell")),
                Step.of("sorry", Words.some("sorry")),
                Step.of("keep", Words.some("keep")),
                Step.of("goodbye", Words.line("goodbye").perhaps()),
                Step.of("place", Words.line("place").perhaps()));
    }
}
