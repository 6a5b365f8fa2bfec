package tombolo.grief;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.NewLoss;
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

    /** It begins with what grief left unsaid. */
    @Override
    public Optional<GoesOnFrom> goesOnFrom() {
        return Optional.of(new GoesOnFrom("grief", "unsaid", Optional.empty()));
    }

    @Override
    public Answers goneOnWith(Step step, Answers before, String told) {
        return step.id().equals("tell") ? before.with("tell", told) : before;
    }

    /** A letter is as heavy as grief itself while the loss is new (D.5). */
    @Override
    public Optional<String> minded(Answers answers, LocalDate today) {
        return switch (NewLoss.told(answers.one(NewLoss.DAY), today)) {
            case OF_LATE, UNREAD -> Optional.of("grief.letter.new");
            case UNTOLD, LONGER_AGO -> Optional.empty();
        };
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
