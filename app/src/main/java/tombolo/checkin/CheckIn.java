package tombolo.checkin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Score;
import tombolo.instruments.Scored;

/** What one person answered just now. It lives as long as the request and is kept nowhere. */
public final class CheckIn {
    /** PHQ-2 points; at 2 or more it finds 86 % of those depressed in general practice, PMC2906530. */
    private static final int OPENS_THE_REST = 2;

    private final Questions questions;
    private final Set<Sign> signs;
    private final Answers isolation;
    private final Answers loneliness;
    private final Answers mood;
    private final Ending ending;

    CheckIn(Questions questions, Set<Sign> signs, Answers isolation, Answers loneliness, Answers mood, Ending ending) {
        this.questions = questions;
        this.signs = signs.isEmpty() ? Set.of() : EnumSet.copyOf(signs);
        this.isolation = isolation;
        this.loneliness = loneliness;
        this.mood = mood;
        this.ending = ending;
    }

    public Set<Sign> signs() {
        return signs;
    }

    public Answers isolation() {
        return isolation;
    }

    public Answers loneliness() {
        return loneliness;
    }

    public Answers mood() {
        return mood;
    }

    public Ending ending() {
        return ending;
    }

    /** The rest of the PHQ-8 is asked when the first two add up to 2, or when either was not answered. */
    public boolean opensTheRest() {
        OptionalInt both = firstTwo();
        return both.isEmpty() || both.getAsInt() >= OPENS_THE_REST;
    }

    /** The PHQ-2 total, where both were answered. */
    public OptionalInt firstTwo() {
        OptionalInt first = mood.to(mood.instrument().item(1));
        OptionalInt second = mood.to(mood.instrument().item(2));
        return first.isPresent() && second.isPresent()
                ? OptionalInt.of(first.getAsInt() + second.getAsInt())
                : OptionalInt.empty();
    }

    /** The PHQ-8 score where its rest was opened and answered, else that of the PHQ-2, else what that lacks. */
    public Scored moodScore() {
        return opensTheRest() && mood.instrument().score(mood) instanceof Score whole ? whole : firstTwoScore();
    }

    /** The questionnaire {@link #moodScore} is a score of. */
    public Instrument moodAsked() {
        return opensTheRest() && mood.instrument().score(mood) instanceof Score
                ? questions.mood()
                : questions.firstTwo();
    }

    /** The UCLA-3 score or what it lacks. */
    public Scored isolationScore() {
        return isolation.instrument().score(isolation);
    }

    private Scored firstTwoScore() {
        Answers two = questions.firstTwo().noAnswers();
        for (int item = 1; item <= 2; item++) {
            OptionalInt value = mood.to(mood.instrument().item(item));
            two = value.isPresent() ? two.with(item, value.getAsInt()) : two;
        }
        return questions.firstTwo().score(two);
    }

    /** Whether low mood is at the point from which its questionnaire's authors would have somebody look into it. */
    public boolean isHeavy() {
        return moodScore() instanceof Score score && score.atCaseness().orElse(false);
    }

    /** Whether anything at all was answered. */
    public boolean saysSomething() {
        return !signs.isEmpty()
                || !isolation.unanswered().equals(isolation.instrument().total().items())
                || !loneliness
                        .unanswered()
                        .equals(loneliness.instrument().total().items())
                || !mood.unanswered().equals(mood.instrument().total().items());
    }

    /** Whether help is shown before anything else. */
    public boolean needsHelpFirst() {
        return ending == Ending.YES;
    }

    /** What weighs on this person most, in the order in which we speak of it: their own signs first. */
    public Weight weight() {
        if (!signs.isEmpty()) {
            return Weight.SIGNS;
        }
        OptionalInt apart = heaviestApart();
        if (apart.isPresent()) {
            return List.of(Weight.COMPANIONSHIP, Weight.LEFT_OUT, Weight.ISOLATED)
                    .get(apart.getAsInt() - 1);
        }
        if (loneliness.to(loneliness.instrument().item(1)).orElse(0) >= 3) {
            return Weight.LONELY;
        }
        if (firstTwo().orElse(0) > 0 || isHeavy()) {
            return Weight.LOW;
        }
        return saysSomething() ? Weight.NOTHING_HEAVY : Weight.UNSAID;
    }

    /** The UCLA-3 question answered most often, when it is more than hardly ever. */
    public OptionalInt heaviestApart() {
        int most = IntStream.rangeClosed(1, 3).map(this::apart).max().orElse(0);
        return most < 2
                ? OptionalInt.empty()
                : IntStream.rangeClosed(1, 3)
                        .filter(item -> apart(item) == most)
                        .findFirst();
    }

    private int apart(int item) {
        return isolation.to(isolation.instrument().item(item)).orElse(0);
    }

    /** At most three next steps, help first. */
    public List<NextStep> nextSteps() {
        List<NextStep> steps = new ArrayList<>();
        if (ending == Ending.UNSAID) {
            steps.add(NextStep.HELP_NOW);
        }
        if (isHeavy()) {
            steps.add(NextStep.DOCTOR);
        }
        if (weight() != Weight.NOTHING_HEAVY) {
            steps.add(NextStep.REACH_OUT);
        }
        steps.add(NextStep.WHAT_HELPS);
        return steps.subList(0, Math.min(3, steps.size()));
    }

    /** Says nothing of what was answered. */
    @Override
    public String toString() {
        return "a check-in";
    }

    /** What the one true thing is about. */
    public enum Weight {
        SIGNS,
        COMPANIONSHIP,
        LEFT_OUT,
        ISOLATED,
        LONELY,
        LOW,
        NOTHING_HEAVY,
        UNSAID
    }

    /** Somewhere to go from here. */
    public enum NextStep {
        HELP_NOW,
        DOCTOR,
        REACH_OUT,
        WHAT_HELPS
    }
}
