package tombolo.decisions;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.Scale;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Errors;

/**
 * Decision analysis (T3): a question, the ways there are with waiting among them, the best two weighed for both sides, a
 * choice and a first step. One way alone is no decision yet. Where it is about somebody with whom it is not safe, the first
 * step is left to the therapist and to those who know about safety (A.5, role dispute). It may be about nobody; whoever is named in
 * what is asked, chosen or planned is chosen first, and asked about.
 */
@Component
@Order(70)
class Decision implements Technique {
    private static final String QUESTION = "question";
    private static final String OPTIONS = "options";
    private static final String CHOICE = "choice";
    private static final String FIRST = "first";

    @Override
    public String id() {
        return "decision";
    }

    @Override
    public String texts() {
        return "decisions";
    }

    @Override
    public Learning learning() {
        return Learning.CHANGE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork().untilTheEnd();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of(QUESTION, Words.line(QUESTION), new Whom(false, false)),
                Step.of(OPTIONS, new Words(OPTIONS, true, 600, false)),
                Step.of("likes", Words.line("like-one"), Words.line("like-two")),
                Step.of(CHOICE, Words.line(CHOICE)),
                Step.of("plan", Words.line(FIRST), Words.line("day")).asserts(),
                Step.deeper("third", Words.some("like-three")),
                Step.deeper("rate", rate("rate-one"), rate("rate-two"), rate("rate-three")),
                Step.deeper("later", Words.some("later")),
                Step.deeper("takes", Words.some("takes")),
                Step.deeper("barrier", Words.some("barrier")).asserts());
    }

    /** How near a way comes to what is wished for (T3.5). */
    private static Scale rate(String way) {
        return new Scale(way, false, 10);
    }

    /** The ways, while each is looked at and one is chosen. */
    @Override
    public Optional<String> inView(Step step) {
        return Optional.of(OPTIONS)
                .filter(one -> List.of("likes", "third", "rate", CHOICE).contains(step.id()));
    }

    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        if (step.id().equals(OPTIONS) && answers.has(OPTIONS) && ways(answers) < 2) {
            errors.add(OPTIONS, "decisions.wrong.one-way");
        }
        return errors;
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads(FIRST, "day", Optional.of("barrier")));
    }

    @Override
    public List<String> plansIn(Answers answers) {
        return List.of(QUESTION, CHOICE, FIRST, "day", "barrier");
    }

    /** A first step of one's own: whom the question is about may have no part in it. */
    @Override
    public boolean isTriedWithThem(Answers answers) {
        return false;
    }

    private static long ways(Answers answers) {
        return answers.one(OPTIONS).lines().filter(line -> !line.isBlank()).count();
    }
}
