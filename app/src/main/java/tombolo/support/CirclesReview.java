package tombolo.support;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * The review of the closeness circles (T11): who could move in, who takes up too much room, whose absence hurts, which ring
 * is empty; then one goal, and whom it is about: whoever takes up too much room is asked about as anybody, before anything is
 * said to them. Where nobody was told of it may be about nobody on the circles, and may find that all is well as it is.
 */
@Component
@Order(28)
class CirclesReview implements Technique {
    private static final String WHOM = "whom";

    @Override
    public String id() {
        return "circles-review";
    }

    @Override
    public String texts() {
        return "support.review";
    }

    @Override
    public Learning learning() {
        return Learning.PEOPLE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork().fromTheStart().untilTheEnd();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("closer", Words.line("closer").perhaps()),
                Step.of("room", Words.line("room").perhaps()),
                Step.of("absent", Words.line("absent").perhaps()),
                Step.of("empty", new One("empty", true, List.of("near", "middle", "outer", "none"))),
                Step.of(WHOM, new Whom(false, false)),
                Step.of("goal", Words.line("goal"), Words.line("day")).asserts(),
                Step.deeper("stay", Words.some("stay")));
    }

    /** What is done about somebody who could come closer, or who takes up too much room, is done towards them. */
    @Override
    public Optional<String> asksWhomAt(Answers answers) {
        boolean told = answers.has("closer") || answers.has("room");
        return told && Whom.isNobody(answers) ? Optional.of(WHOM) : Optional.empty();
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("goal", "day", Optional.empty()));
    }
}
