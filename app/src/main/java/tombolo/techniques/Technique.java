package tombolo.techniques;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tombolo.inventory.Description;
import tombolo.inventory.RelationshipId;
import tombolo.timeline.Timeline;
import tombolo.ui.Errors;

/**
 * One way of working that IPT has or has borrowed, as its steps. A module offers one as a bean; it is then on the list, done
 * alone or in the room, kept half-done, printed blank or filled, and found again from whoever it was about.
 *
 * <p>Its words lie in the texts of its module under {@link #texts()}: {@code .title}, {@code .about} (what it is for),
 * {@code .when} (when it is worth a try), {@code .from} (whose idea it is), and for each step its heading
 * ({@code .step.who}) and four examples from invented lives ({@code .step.who.example.older} and so on); for each question
 * its words ({@code .need}), a hint if it needs one ({@code .need.hint}), and its options ({@code .need.support}).
 */
public interface Technique {

    /** A word for addresses and rows. It is never changed once somebody has worked with it. */
    String id();

    /** What its text keys begin with, the module's name first. */
    String texts();

    /** What it helps to learn. */
    Learning learning();

    /** In which part of a course, and for which trouble between people, it is offered first. */
    Offered offered();

    /** In their order. Those of the least path come to eight inputs at most. */
    List<Step> steps();

    /** What the person might try because of it, where it leads to that. */
    default Optional<Leads> leads() {
        return Optional.empty();
    }

    /** Whether what it leads to is tried with whom it is about, after what was said in it. */
    default boolean isTriedWithThem(Answers answers) {
        return leads().filter(Leads::withThem).isPresent() && !isToOneself(answers);
    }

    /** What is wrong with what was said in a step beyond what its questions see themselves. */
    default Errors check(Step step, Answers answers) {
        return Errors.none();
    }

    /**
     * The step in which somebody has to be chosen before anything is said to them: they were told of, and nobody is chosen yet.
     * Whether that is safe can only be asked of somebody.
     */
    default Optional<String> asksWhomAt(Answers answers) {
        return Optional.empty();
    }

    /**
     * The questions whose answers say what is planned, where that may be said to somebody: whoever of the circles is named in them
     * is chosen before it goes on the week, and asked about.
     */
    default List<String> plansIn(Answers answers) {
        return leads().filter(leads -> mayLeadToAsserting(answers)).stream()
                .flatMap(Leads::onTheWeek)
                .toList();
    }

    /**
     * What is kept of what was typed in a step: usually that. Where it is something else, the step is shown once more.
     *
     * @param about what whoever it is about is called; empty for nobody, and for oneself
     * @param circles what everybody on the circles is called
     */
    default Answers kept(Step step, Answers typed, String about, List<String> circles) {
        return typed;
    }

    /**
     * What is known once a step says something else than before: usually what it says and all that was said in the others. Where
     * they told of what it named before, that goes with it.
     */
    default Answers following(Answers before, Answers after) {
        return after;
    }

    /** What a step begins with while nothing was said in it: what other steps have told already, to be changed freely. */
    default Answers begun(Step step, Answers before) {
        return before;
    }

    /** Whether a step is about what lies between two people and stands on the circles as well: it is told once for both. */
    default boolean isOfTheTie(Step step) {
        return false;
    }

    /** What such a step says before it is taken: what stands on the circles in place of what was said of it earlier. */
    default Answers known(Step step, Answers before, Description tie) {
        return before;
    }

    /** What stands on the circles once such a step has said this. */
    default Description told(Step step, Answers said, Description tie) {
        return tie;
    }

    /**
     * Whether a step begins with what the circles say of the tie ({@link #known}) while nothing was said in it. It is changed
     * freely, and nothing of it goes back there.
     */
    default boolean beginsWithTheTie(Step step) {
        return false;
    }

    /** Whether a step asks for what may stand on the timeline already. */
    default boolean isOnTheTimeline(Step step) {
        return false;
    }

    /** What such a step begins with while nothing was said in it: what the timeline knows, to be changed freely. */
    default Answers remembered(Step step, Answers before, Timeline timeline, Optional<RelationshipId> about) {
        return before;
    }

    /**
     * The question whose answer changes how others are put: where {@code .lost.for.baby} is among the texts, it takes the place
     * of {@code .lost} for whoever chose {@code baby}.
     */
    default Optional<String> startingPoint() {
        return Optional.empty();
    }

    /**
     * Whether what was said is between somebody and themself. Where {@code .request.for.myself} is among the texts, it takes
     * the place of {@code .request} then, and a step may have its own heading and examples in the same way. Nobody else is
     * asked for it, and nobody else is in what is tried.
     */
    default boolean isToOneself(Answers answers) {
        return answers.one(Question.Whom.WHO).equals(Question.Whom.MYSELF);
    }

    /**
     * The step beside the least path in which what a step asks for can be told at length first; it begins with that then. A link
     * says so ({@code .step.words.fuller}).
     */
    default Optional<String> fuller(Step step) {
        return Optional.empty();
    }

    /** The question whose answer a step is taken with in view. */
    default Optional<String> inView(Step step) {
        return Optional.empty();
    }

    /** In which shapes something could be said, those that fit first. */
    default Shapes shapes(Answers answers) {
        return Shapes.ANY;
    }

    /**
     * The question with a few options whose answer changes with time. What was said to it earlier is kept with its day, and told
     * in words: for each option {@code .stage.was.stuck} with the day and {@code .stage.is.stuck}, and both for the desk
     * ({@code .desk.stage.was.stuck}).
     */
    default Optional<String> changing() {
        return Optional.empty();
    }

    /** Steps beside the least path that are offered before the others to whoever has said this. */
    default List<String> first(Answers answers) {
        return List.of();
    }

    /** The techniques that go on from what was said; {@code .onward.grief} tells of {@code grief}, with a link. */
    default List<String> onward(Answers answers) {
        return List.of();
    }

    /** What was told in a piece of another kind about the same person and is gone on with here. */
    default Optional<GoesOnFrom> goesOnFrom() {
        return Optional.empty();
    }

    /** What a step begins with of that while nothing was said in it, to be changed freely. */
    default Answers goneOnWith(Step step, Answers before, String told) {
        return before;
    }

    /** Where it tries out what was found in another piece about the same person. */
    default Optional<Rehearsed> rehearses() {
        return Optional.empty();
    }

    /**
     * What was found in it to be said to the other person: what it leads to, if that is said aloud, else the first line that is.
     * Empty while there is none, and for what is between somebody and themself.
     */
    default String line(Answers answers) {
        List<String> aloud = questions()
                .filter(question -> question instanceof Question.Words words && words.aloud())
                .map(Question::id)
                .toList();
        return isToOneself(answers)
                ? ""
                : Stream.concat(leads().map(Leads::what).filter(aloud::contains).stream(), aloud.stream())
                        .map(answers::one)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    /** Which of its answers name a day in a life, where one is asked for: it has its place on the timeline, told here alone. */
    default Optional<Happened> happened() {
        return Optional.empty();
    }

    /** Which of its answers name days that come round each year, where they are asked for: each has its place on the timeline. */
    default List<Yearly> yearly() {
        return List.of();
    }

    /** Whether whom it is about has died: somebody named in it who is not on the circles yet stands there with the dead. */
    default boolean isAboutTheDead() {
        return false;
    }

    /**
     * Whether it may be about somebody who died: where nothing that comes of it is asked of them or done with them, or where it
     * tells an exchange that was, turn by turn.
     */
    default boolean mayBeAboutTheDead() {
        return leads().filter(Leads::withThem).isEmpty() || questions().anyMatch(Question.Turns.class::isInstance);
    }

    /** Lines of the person's own to have beside a step in which they mark what they know of themself. */
    default List<Beside> beside(Step step, Answers answers) {
        return List.of();
    }

    /** Where it asks for the mood around what it tells of: it stands among the moods of the week, told here alone. */
    default Optional<Moods> moods() {
        return Optional.empty();
    }

    /** Whether a step is taken with the mood of the last weeks in view, as it was told on the week: nothing is told twice. */
    default boolean looksAtMoods(Step step) {
        return false;
    }

    /** Whether a step is taken with the circles in view, as they are now. */
    default boolean looksAtCircles(Step step) {
        return false;
    }

    /** Whether what is marked in one piece after the other is looked at over time, with whom it was each time. */
    default boolean isSeenOverTime() {
        return false;
    }

    /** Where it tells what came of what was tried, beside what was expected of that. */
    default Optional<Tested> tested() {
        return Optional.empty();
    }

    /** The question that begins with what happened at the latest mood of which that was told on the week. */
    default Optional<String> beginsWithAMood() {
        return Optional.empty();
    }

    /** The questions that ask for one time, where the last time is asked for should many be told of at once. It is a hint. */
    default List<String> oneTime() {
        return List.of();
    }

    /** The question of its first step that begins with a place to belong, where somebody comes from one. */
    default Optional<String> beginsAtAPlace() {
        return Optional.empty();
    }

    /** What it is about besides a person, in the person's words, so that two of a kind are told apart; may be empty. */
    default String aboutWhat(Answers answers) {
        return "";
    }

    /**
     * What is left of a step for whoever has said this: nothing is asked twice. Empty where nothing is left to ask.
     *
     * @param mayAssert whether the steps about saying something to the other person are open
     */
    default Optional<Step> left(Step step, Answers answers, boolean mayAssert) {
        return Optional.of(step);
    }

    /**
     * What is to be minded because of what was said (text key): it stands on the piece and on every step from then on. Where it is
     * about the dead, the day they died is among the answers ({@link NewLoss#DAY}) also if it was told elsewhere.
     */
    default Optional<String> minded(Answers answers, LocalDate today) {
        return Optional.empty();
    }

    /** What can be drawn of what was said. */
    default Optional<Picture> picture(Answers answers) {
        return Optional.empty();
    }

    /** Its steps, where saying something to the other person is open and where it is not. */
    default List<Step> steps(boolean mayAssert) {
        return mayAssert
                ? steps()
                : steps().stream()
                        .filter(step -> !step.asserting())
                        .map(Step::withoutAsserting)
                        .toList();
    }

    /** Those of its steps that are left for whoever has said this. */
    default List<Step> steps(Answers answers, boolean mayAssert) {
        return steps(mayAssert).stream()
                .flatMap(step -> left(step, answers, mayAssert).stream())
                .filter(step -> mayAssert || !step.asserting())
                .toList();
    }

    /** Those steps that are enough by themselves. */
    default List<Step> leastPath() {
        return steps().stream().filter(Step::least).toList();
    }

    /** How many things the least path asks for. */
    default int leastInputs() {
        return leastPath().stream()
                .flatMap(step -> step.questions().stream())
                .mapToInt(Question::inputs)
                .sum();
    }

    /** Whether it begins with whom it is about. */
    default boolean asksWhomFirst() {
        return steps().getFirst().fields().contains(Question.Whom.WHO);
    }

    /** The next of each day that comes round each year, today if it is today; what falls on one day is there once. */
    default List<Comes> next(Answers answers, LocalDate today) {
        return Comes.eachDayOnce(yearly().stream().flatMap(yearly -> yearly.next(answers, today).stream()));
    }

    /** Everything it asks, in its order. */
    default Stream<Question> questions() {
        return steps().stream().flatMap(step -> step.questions().stream());
    }

    /**
     * Which of its answers make a try for the week (step 8 of every session: what, with whom, when, what could get in the way).
     *
     * @param what the question whose answer is tried
     * @param when the question about the time
     * @param barrier the question about what could get in the way, if it is asked
     * @param withThem whether it is tried with whom the piece is about
     */
    record Leads(String what, String when, Optional<String> barrier, boolean withThem) {
        public Leads(String what, String when, Optional<String> barrier) {
            this(what, when, barrier, true);
        }

        /** The questions whose answers stand on the week. */
        Stream<String> onTheWeek() {
            return Stream.concat(Stream.of(what, when), barrier.stream());
        }
    }

    /**
     * What was expected of what was tried, and what came of it.
     *
     * @param expected the question whose answer stands beside
     * @param happened the question that begins with what was told of it on the week
     * @param ofItself whether something can come of it also where nothing may be tried
     */
    record Tested(String expected, String happened, boolean ofItself) {
        public Tested(String expected, String happened) {
            this(expected, happened, false);
        }
    }

    /**
     * Something that was told in a piece of another kind.
     *
     * @param technique its id
     * @param question to which it was said
     * @param beside the step here that has it beside it, to be looked at
     */
    record GoesOnFrom(String technique, String question, Optional<String> beside) {}

    /**
     * A line that is tried out before it is said.
     *
     * @param line the question that begins with it
     * @param when the question that begins with when it was to be said
     * @param hard the question that begins with the hard thing they could say, where that was told as {@link #THEY_SAY}
     * @param answer the question that begins with what would be said then, where that was told as {@link #I_ANSWER}
     */
    record Rehearsed(String line, String when, String hard, String answer) {
        public static final String THEY_SAY = "they-say";
        public static final String I_ANSWER = "i-answer";

        List<String> fields() {
            return List.of(line, when, hard, answer);
        }
    }

    /**
     * A day in a life. It is told in a line ({@code .happened}).
     *
     * @param what the question about what it was, or about whom: then it is told with their name
     * @param day the question about the day
     */
    record Happened(String what, String day) {}

    /**
     * Whether what it leads to is said to the other person, and so is closed where that is not safe: it was asked for in such a
     * step, or a way was chosen that is one.
     */
    default boolean leadsToAsserting(Answers answers) {
        return leads().stream()
                .anyMatch(leads -> steps().stream()
                                .filter(Step::asserting)
                                .flatMap(step -> step.questions().stream())
                                .anyMatch(question -> question.id().equals(leads.what()))
                        || questions()
                                .anyMatch(question -> question instanceof Question.One one
                                        && one.asserting().contains(answers.one(one.id()))));
    }

    /**
     * Whether what it leads to may yet be said to the other person, now or later on: whether that is safe is asked before it goes on
     * the week. Nothing is kept for later towards whoever has died.
     */
    default boolean mayLeadToAsserting(Answers answers) {
        return leadsToAsserting(answers);
    }
}
