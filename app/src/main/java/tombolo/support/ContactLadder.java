package tombolo.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Moods;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Scale;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Errors;

/**
 * One rung of the graded contact ladder (T18; A.5, sensitivity 4) with the expectation check (T19; A.5, sensitivity 6),
 * which is borrowed from CBT and says so. It may be about nobody on the circles yet; where it is about somebody, they are
 * named first, so that no step is looked for or planned towards somebody with whom it is not safe. It may begin at a place to belong.
 */
@Component
@Order(40)
class ContactLadder implements Technique {
    private static final String REPAIR = "repair";
    private static final List<String> RUNGS = List.of("greet", "chat", "again", "invite", "tell", "ask", REPAIR);

    private static final int BEST = 10;

    /** The question at which place it is. */
    private static final String WHERE = "where";

    /** The question what will be done. */
    private static final String WHAT = "what";

    @Override
    public String id() {
        return "contact-ladder";
    }

    @Override
    public String texts() {
        return "support.ladder";
    }

    @Override
    public Learning learning() {
        return Learning.PEOPLE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork("sensitivity");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of(
                        "way",
                        new One("way", true, List.of("strengthen", "mend", "begin")),
                        new Whom(false, false),
                        Words.line(WHERE).perhaps()),
                rung(RUNGS),
                Step.of(WHAT, Words.line(WHAT), Words.line("day")).asserts(),
                Step.of("expect", Words.line("expect")).asserts(),
                Step.deeper(
                        "after",
                        Words.some("happened"),
                        new Scale("mood-before", false, BEST),
                        new Scale("mood-after", false, BEST)),
                Step.deeper("make", Words.some("make")));
    }

    /** Whom it is to be said to is needed to ask whether that is safe (D.6); a beginning may be with nobody yet. */
    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        if (Whom.isNobody(answers) && List.of("strengthen", "mend").contains(answers.one("way"))) {
            errors.add(Whom.WHO, "support.ladder.wrong.whom");
        }
        return errors;
    }

    /**
     * What will be done says at which place, so that it does on the week as well; where the person takes that out, it stays out.
     */
    @Override
    public Answers following(Answers before, Answers after) {
        String what = after.one(WHAT);
        boolean elsewhere = !before.one(WHERE).equals(after.one(WHERE));
        if (what.isEmpty() || !elsewhere && what.equals(before.one(WHAT))) {
            return after;
        }
        String was = there(before);
        String plain = elsewhere && !was.isEmpty() && what.startsWith(was) ? what.substring(was.length()) : what;
        boolean takenOut = !elsewhere && isSaidIn(before.one(WHAT), before);
        return after.with(WHAT, takenOut || isSaidIn(plain, after) ? plain : there(after) + plain);
    }

    private static boolean isSaidIn(String what, Answers answers) {
        return what.toLowerCase(Locale.ROOT).contains(answers.one(WHERE).strip().toLowerCase(Locale.ROOT));
    }

    private static String there(Answers answers) {
        return answers.has(WHERE) ? answers.one(WHERE).strip().replaceAll("\\s+", " ") + ": " : "";
    }

    /** Nothing can be put right with nobody. */
    @Override
    public Optional<Step> left(Step step, Answers answers, boolean mayAssert) {
        boolean withNobody = step.id().equals("rung") && answers.has("way") && Whom.isNobody(answers);
        return Optional.of(withNobody ? rung(RUNGS.subList(0, RUNGS.indexOf(REPAIR))) : step);
    }

    private static Step rung(List<String> some) {
        return Step.of("rung", new One("rung", true, some)).asserts();
    }

    @Override
    public Optional<String> beginsAtAPlace() {
        return Optional.of(WHERE);
    }

    @Override
    public String aboutWhat(Answers answers) {
        return answers.one(WHERE);
    }

    @Override
    public Optional<Tested> tested() {
        return Optional.of(new Tested("expect", "happened"));
    }

    @Override
    public Optional<Moods> moods() {
        return Optional.of(new Moods("mood-before", "mood-after", Optional.empty()));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads(WHAT, "day", Optional.empty()));
    }
}
