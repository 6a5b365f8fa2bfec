package tombolo.communication;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Beside;
import tombolo.techniques.Learning;
import tombolo.techniques.Moods;
import tombolo.techniques.Offered;
import tombolo.techniques.Picture;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Scale;
import tombolo.techniques.Question.Some;
import tombolo.techniques.Question.Some.Group;
import tombolo.techniques.Question.Turns;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Errors;
import tombolo.week.LastTime;

/**
 * One interpersonal incident (T1) and its analysis (T2): one talk that did happen, both lanes, how it ended and what that did
 * to the mood, the turning point, and at least two other lines. An average ("we always") is met with a question for the last time.
 * Under it lie what was hoped to be understood, and a need. Whether it is safe is asked before the turning point, what got in the
 * way and what could have been known: where somebody could hurt them, what they said or did is not looked at for what they might
 * have done otherwise (D.5, D.6).
 */
@Component
@Order(20)
class CommunicationAnalysis implements Technique {
    /** One day that is named: then it is one time, whatever else is said of it. */
    private static final Pattern A_DAY = Pattern.compile(
            "(?<!every )(?<!each )(?<!single )(?<!most )\\b((mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight"
                    + "|(last|this) (night|week|evening|morning|afternoon|weekend)|\\d{1,2}(st|nd|rd|th))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String HABITS = "patterns";
    private static final String PASTED = "pasted";
    private static final String TEN = "ten";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String MARKED = "turning";
    private static final int BEST = 10;

    /** The patterns of E.1 in plain words; only the person marks them. The common few are seen at once. */
    private static final Some PATTERNS = new Some(
            "patterns",
            List.of("went-quiet", "hinted", "assumed-said", "attack", "defended", "guessed"),
            List.of(
                    new Group("unsaid", List.of("no-words", "assumed-understood", "gave-in", "sideways")),
                    new Group(
                            "heat",
                            List.of("harsh", "contempt", "gave-back", "countered", "cut-in", "too-much", "wall")),
                    new Group("pull", List.of("pushed", "drew-back", "reassure", "worst", "missed-repair")),
                    new Group("screen", List.of("read-tone", "delay", "no-answer"))));

    /** Those that help. */
    private static final List<String> HELPS = List.of(
            "clear-request",
            "i-said-how-i-felt",
            "took-them-in",
            "asked",
            "checked",
            "repaired",
            "appreciated",
            "limit");

    /** What may lie under a talk (T2.6, E.4). */
    private static final List<String> NEEDS =
            List.of("support", "intimacy", "understanding", "independence", "belonging");

    @Override
    public String id() {
        return "communication";
    }

    @Override
    public String texts() {
        return "communication";
    }

    @Override
    public Learning learning() {
        return Learning.TALKING;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("moment", Words.line("moment")),
                Step.of("words", Words.line("they"), Words.line("mine")),
                Step.of("turning", new One("turning", true, List.of("they", "mine", "unsaid")))
                        .asserts(),
                Step.of("lines", Words.aloud("line"), Words.aloud("other-line")).asserts(),
                Step.of("plan", Words.line("day")).asserts(),
                Step.deeper(
                        "exchange", Words.passing(PASTED), One.passing(TEN, List.of(LAST, FIRST)), TurnByTurn.EXCHANGE),
                Step.deeper(
                        "end",
                        Words.some("end"),
                        new Scale("mood-before", false, BEST),
                        new Scale("mood-after", false, BEST)),
                Step.deeper(HABITS, PATTERNS, new Some("helps", HELPS)).asserts(),
                Step.deeper("under", Words.some("hoped"), new One("need", false, NEEDS)),
                Step.deeper("known", Words.some("known")).asserts(),
                Step.deeper(
                                "answering",
                                new Some("ways", List.of("listen", "ask", "check", "appreciate", "repair")),
                                Words.some("answering"))
                        .asserts(),
                Step.deeper(
                                "rehearse",
                                Words.some(Rehearsed.THEY_SAY),
                                Words.some(Rehearsed.I_ANSWER),
                                new Scale("sure", false, 10))
                        .asserts());
    }

    /** A talk by text messages is laid out as its turns, as many as fit; what was pasted, names and all, is not kept. */
    @Override
    public Answers kept(Step step, Answers typed, String about, List<String> circles) {
        if (!typed.has(PASTED)) {
            return typed.with(TEN, "");
        }
        return TurnByTurn.laid(
                typed,
                PastedTalk.of(typed.one(PASTED), about, circles).lines(),
                typed.one(TEN).equals(FIRST));
    }

    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        if (step.id().equals("moment") && isAnAverage(answers.one("moment"))) {
            errors.add("moment", "communication.wrong.average");
        }
        IntStream.rangeClosed(1, TurnByTurn.EXCHANGE.most())
                .filter(turn -> answers.has(TurnByTurn.EXCHANGE.field(turn, Turns.SAID)))
                .filter(turn -> !answers.has(TurnByTurn.EXCHANGE.field(turn, Turns.WHO)))
                .forEach(turn -> errors.add(TurnByTurn.EXCHANGE.field(turn, Turns.WHO), "communication.wrong.speaker"));
        int turns = TurnByTurn.told(answers).size()
                + PastedTalk.of(answers.one(PASTED), "", List.of()).lines().size();
        if (answers.has(PASTED) && turns > TurnByTurn.EXCHANGE.most() && !answers.has(TEN)) {
            errors.add(PASTED, "communication.wrong.turns", turns, TurnByTurn.EXCHANGE.most());
        }
        return errors;
    }

    /** The last quarrel of a dispute is a talk that went wrong. */
    @Override
    public Optional<GoesOnFrom> goesOnFrom() {
        return Optional.of(new GoesOnFrom("dispute", "last", Optional.of("words")));
    }

    /** When it was, as it was told, where that is one time; and what each of the two said, where that can be told apart. */
    @Override
    public Answers goneOnWith(Step step, Answers before, String told) {
        return switch (step.id()) {
            case "moment" -> isAnAverage(told) ? before : before.with("moment", told);
            case "words" -> before.with("they", ToldTalk.theirs(told)).with("mine", ToldTalk.mine(told));
            default -> before;
        };
    }

    private static boolean isAnAverage(String told) {
        return LastTime.isWorthAsking(told) && !A_DAY.matcher(told).find();
    }

    /** At which turn with somebody it could have gone another way is marked once that was asked at all, after whether it is safe. */
    @Override
    public Optional<Step> left(Step step, Answers answers, boolean mayAssert) {
        boolean tooEarly = step.id().equals("exchange") && answers.has(Whom.WHO) && !answers.has(MARKED);
        return Optional.of(tooEarly ? step.withoutAsserting() : step);
    }

    /** What was said can be told turn by turn, and pasted there, before it is told in two lines. */
    @Override
    public Optional<String> fuller(Step step) {
        return step.id().equals("words") ? Optional.of("exchange") : Optional.empty();
    }

    @Override
    public Answers begun(Step step, Answers before) {
        return switch (step.id()) {
            case "exchange" -> TurnByTurn.ofTwoLines(before);
            case "words" -> TurnByTurn.inTwoLines(before);
            default -> before;
        };
    }

    @Override
    public List<String> oneTime() {
        return List.of("they", "mine", TurnByTurn.EXCHANGE.id(), "end");
    }

    /** Their own lines, each once: what the other one does is not for the checker to name. */
    @Override
    public List<Beside> beside(Step step, Answers answers) {
        if (!step.questions().contains(PATTERNS)) {
            return List.of();
        }
        Stream<String> turns = IntStream.rangeClosed(1, TurnByTurn.EXCHANGE.most())
                .filter(turn ->
                        answers.one(TurnByTurn.EXCHANGE.field(turn, Turns.WHO)).equals(Turns.ME))
                .mapToObj(turn -> answers.one(TurnByTurn.EXCHANGE.field(turn, Turns.SAID)));
        return Stream.concat(Stream.of(answers.one("mine")), turns)
                .filter(line -> !line.isEmpty())
                .distinct()
                .map(line -> new Beside(
                        line,
                        PatternChecker.in(line).stream()
                                .map(heard -> new Beside.Heard(label(heard.pattern()), heard.why()))
                                .toList()))
                .toList();
    }

    /** How somebody talks changes over weeks, and is not the same with everybody. */
    @Override
    public boolean isSeenOverTime() {
        return true;
    }

    private static String label(String pattern) {
        return "communication." + (HELPS.contains(pattern) ? "helps." : "patterns.") + pattern;
    }

    @Override
    public Optional<Moods> moods() {
        return Optional.of(new Moods("mood-before", "mood-after", Optional.of("moment")));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("line", "day", Optional.empty()));
    }

    @Override
    public Optional<Picture> picture(Answers answers) {
        return TurnByTurn.drawn(answers);
    }
}
