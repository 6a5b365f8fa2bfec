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
import tombolo.ui.Errors;

/**
 * The review of the closeness circles (T11): who could move in, who takes up too much room, whose absence hurts, which ring
 * is empty; then one goal, and whom it is about: whoever takes up too much room or is missing is asked about as anybody, before
 * anything is said to them. Where nobody was told of, or they have died, it may be about nobody on the circles, and may find that
 * all is well as it is.
 */
@Component
@Order(28)
class CirclesReview implements Technique {
    private static final String WHOM = "whom";
    private static final String ABSENT = "absent";

    /** The question whether whoever is missing has died, or is only hoped for. */
    private static final String GONE = "gone";

    private static final String DIED = "died";
    private static final String NOT_YET = "not-yet";

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
                Step.of(ABSENT, Words.line(ABSENT).perhaps(), new One(GONE, false, List.of("lives", DIED, NOT_YET))),
                Step.of("empty", new One("empty", true, List.of("near", "middle", "outer", "none"))),
                Step.of(WHOM, new Whom(false, false)),
                Step.of("goal", Words.line("goal"), Words.line("day")).asserts(),
                Step.deeper("stay", Words.some("stay")));
    }

    @Override
    public boolean looksAtCircles(Step step) {
        return !step.id().equals("goal");
    }

    /** Whoever is missing and lives is asked about; of the others nobody has to be chosen. */
    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        if (answers.has(ABSENT) && step.fields().contains(GONE) && !answers.has(GONE)) {
            errors.add(GONE, "support.review.wrong.gone");
        }
        return errors;
    }

    /**
     * What is done about somebody who could come closer, who takes up too much room or who is missing is done towards them; nothing
     * is done towards whoever has died, or is nobody yet. Where it was not asked yet which of these it is, that comes first.
     */
    @Override
    public Optional<String> asksWhomAt(Answers answers) {
        if (answers.has(ABSENT) && !answers.has(GONE) && Whom.isNobody(answers)) {
            return Optional.of(ABSENT);
        }
        boolean lives = answers.has(ABSENT) && answers.one(GONE).equals("lives");
        boolean told = answers.has("closer") || answers.has("room") || lives;
        return told && Whom.isNobody(answers) ? Optional.of(WHOM) : Optional.empty();
    }

    /** For whoever has died there is room to grieve. */
    @Override
    public List<String> onward(Answers answers) {
        return answers.has(ABSENT) && answers.one(GONE).equals(DIED) ? List.of("grief") : List.of();
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("goal", "day", Optional.empty()));
    }
}
