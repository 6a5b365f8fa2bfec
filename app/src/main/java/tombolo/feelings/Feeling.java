package tombolo.feelings;

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
 * One feeling from its name to what is done with it (T6, encouragement of affect): a feeling is a sign of a need, and it may be
 * said, told to somebody else, kept for later or let be. Where saying it is not safe, the other three ways are left. What is kept
 * for later may be said then, so whether that is safe is asked before anything is planned for it. What cannot change is not
 * fixed; what is too strong is calmed first.
 */
@Component
@Order(15)
class Feeling implements Technique {
    private static final String WAY = "way";
    private static final String THEM = "them";
    private static final String WAIT = "wait";
    private static final String NEXT = "next";

    @Override
    public String id() {
        return "feeling";
    }

    @Override
    public String texts() {
        return "feelings";
    }

    @Override
    public Learning learning() {
        return Learning.NEEDS;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork().fromTheStart().untilTheEnd();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("name", Words.line("name")),
                Step.of("source", Words.line("source")),
                Step.of("tells", Words.line("tells")),
                Step.of(
                        "way",
                        new Whom(false, false),
                        new One(WAY, true, List.of(THEM, "other", WAIT, "let-be"), List.of(THEM))),
                Step.of("say", Words.aloud("line").perhaps()).asserts(),
                Step.of(NEXT, Words.line(NEXT).perhaps(), Words.line("day").perhaps()),
                Step.deeper("accept", Words.some("fixed"), Words.some("kind")),
                Step.deeper("strong", Words.some("calms")));
    }

    /** Whom it would be said to is needed to ask whether that is safe (D.6). */
    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        if (answers.one(WAY).equals(THEM) && Whom.isNobody(answers)) {
            errors.add(Whom.WHO, "feelings.wrong.whom");
        }
        return errors;
    }

    /**
     * Whoever lets it be, keeps it for later or tells somebody else is not asked how to say it. Whoever lets it be or tells somebody
     * else is not asked whether that is safe either.
     */
    @Override
    public Optional<Step> left(Step step, Answers answers, boolean mayAssert) {
        boolean isPassedBy =
                step.id().equals("say") && answers.has(WAY) && !answers.one(WAY).equals(THEM) && !answers.has("line");
        boolean isForLater = step.id().equals(NEXT) && answers.one(WAY).equals(WAIT);
        return isPassedBy ? Optional.empty() : Optional.of(isForLater ? step.asserts() : step);
    }

    @Override
    public boolean mayLeadToAsserting(Answers answers) {
        return leadsToAsserting(answers) || answers.one(WAY).equals(WAIT);
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads(NEXT, "day", Optional.empty(), false));
    }
}
