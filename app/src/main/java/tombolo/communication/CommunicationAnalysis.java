package tombolo.communication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import tombolo.techniques.Picture.Part;
import tombolo.techniques.Picture.Turn;
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
    private static final int LONGEST_TURN = 300;
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

    private static final Turns EXCHANGE =
            new Turns("exchange", List.of("tone", "felt", "wanted", "meant", "heard"), 10, true);

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
                Step.deeper("exchange", Words.passing(PASTED), One.passing(TEN, List.of(LAST, FIRST)), EXCHANGE),
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
        List<Map<String, String>> pasted = PastedTalk.of(typed.one(PASTED), about, circles).lines().stream()
                .map(line -> turn(line.mine(), fitting(line.said())))
                .toList();
        List<Map<String, String>> all = together(turns(typed), pasted);
        int from = typed.one(TEN).equals(FIRST) ? 0 : Math.max(0, all.size() - EXCHANGE.most());
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (int i = from; i < Math.min(all.size(), from + EXCHANGE.most()); i++) {
            int turn = i - from + 1;
            all.get(i).forEach((part, said) -> {
                if (part.equals(MARKED)) {
                    kept.put(EXCHANGE.turning(), List.of(Integer.toString(turn)));
                } else {
                    kept.put(EXCHANGE.field(turn, part), List.of(said));
                }
            });
        }
        return new Answers(kept);
    }

    private static Map<String, String> turn(boolean mine, String said) {
        Map<String, String> turn = new LinkedHashMap<>();
        turn.put(Turns.WHO, mine ? Turns.ME : Turns.THEM);
        turn.put(Turns.SAID, said);
        return turn;
    }

    /**
     * A turn that was told and is among what was pasted, be it in part, stands there once, in the words that were pasted: what was
     * said of it, and that it was marked, goes there.
     */
    private static List<Map<String, String>> together(
            List<Map<String, String>> typed, List<Map<String, String>> pasted) {
        List<Map<String, String>> all = new ArrayList<>();
        List<Map<String, String>> untold = new ArrayList<>(pasted);
        for (Map<String, String> turn : typed) {
            Optional<Map<String, String>> again =
                    untold.stream().filter(one -> isAmong(turn, one)).findFirst();
            again.ifPresent(one -> {
                turn.forEach(one::putIfAbsent);
                untold.removeIf(other -> other == one);
            });
            if (again.isEmpty()) {
                all.add(turn);
            }
        }
        all.addAll(pasted);
        return all;
    }

    private static boolean isAmong(Map<String, String> told, Map<String, String> pasted) {
        String line = bare(told.getOrDefault(Turns.SAID, ""));
        String whole = bare(pasted.getOrDefault(Turns.SAID, ""));
        return Objects.equals(told.get(Turns.WHO), pasted.get(Turns.WHO))
                && !line.isEmpty()
                && (whole.equals(line) || line.contains(" ") && (" " + whole + " ").contains(" " + line + " "));
    }

    /** Without what is written differently from memory. */
    private static String bare(String said) {
        return said.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}()]+", " ")
                .strip();
    }

    /** The turns that were typed already, part by part; which was marked as the turning point is a part of it. */
    private static List<Map<String, String>> turns(Answers typed) {
        return IntStream.rangeClosed(1, EXCHANGE.most())
                .mapToObj(turn -> {
                    Map<String, String> parts = new LinkedHashMap<>();
                    Stream.concat(Stream.of(Turns.WHO, Turns.SAID), EXCHANGE.parts().stream())
                            .filter(part -> typed.has(EXCHANGE.field(turn, part)))
                            .forEach(part -> parts.put(part, typed.one(EXCHANGE.field(turn, part))));
                    if (!parts.isEmpty() && typed.one(EXCHANGE.turning()).equals(Integer.toString(turn))) {
                        parts.put(MARKED, "");
                    }
                    return parts;
                })
                .filter(parts -> !parts.isEmpty())
                .toList();
    }

    private static String fitting(String said) {
        return said.length() <= LONGEST_TURN ? said : said.substring(0, LONGEST_TURN - 1) + "…";
    }

    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        if (step.id().equals("moment") && isAnAverage(answers.one("moment"))) {
            errors.add("moment", "communication.wrong.average");
        }
        IntStream.rangeClosed(1, EXCHANGE.most())
                .filter(turn -> answers.has(EXCHANGE.field(turn, Turns.SAID)))
                .filter(turn -> !answers.has(EXCHANGE.field(turn, Turns.WHO)))
                .forEach(turn -> errors.add(EXCHANGE.field(turn, Turns.WHO), "communication.wrong.speaker"));
        int turns = turns(answers).size()
                + PastedTalk.of(answers.one(PASTED), "", List.of()).lines().size();
        if (answers.has(PASTED) && turns > EXCHANGE.most() && !answers.has(TEN)) {
            errors.add(PASTED, "communication.wrong.turns", turns, EXCHANGE.most());
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
            case "exchange" -> turnByTurn(before);
            case "words" -> inTwoLines(before);
            default -> before;
        };
    }

    /** With what each of them said last, where it was told turn by turn. */
    private static Answers inTwoLines(Answers before) {
        return before.with("they", last(before, Turns.THEM)).with("mine", last(before, Turns.ME));
    }

    private static String last(Answers answers, String who) {
        return turns(answers).reversed().stream()
                .filter(turn -> who.equals(turn.get(Turns.WHO)))
                .map(turn -> turn.getOrDefault(Turns.SAID, ""))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The talk turn by turn begins with the two turns that were told. */
    private static Answers turnByTurn(Answers before) {
        if (!before.has("they")) {
            return before;
        }
        return before.with(EXCHANGE.field(1, Turns.WHO), Turns.THEM)
                .with(EXCHANGE.field(1, Turns.SAID), onOneLine(before.one("they")))
                .with(EXCHANGE.field(2, Turns.WHO), before.has("mine") ? Turns.ME : "")
                .with(EXCHANGE.field(2, Turns.SAID), onOneLine(before.one("mine")))
                .with(EXCHANGE.turning(), turningOf(before));
    }

    private static String onOneLine(String words) {
        return fitting(words.replaceAll("\\s+", " "));
    }

    private static String turningOf(Answers answers) {
        return switch (answers.one(MARKED)) {
            case "they" -> "1";
            case "mine", "unsaid" -> answers.has("mine") ? "2" : "";
            default -> "";
        };
    }

    @Override
    public List<String> oneTime() {
        return List.of("they", "mine", EXCHANGE.id(), "end");
    }

    /** Their own lines, each once: what the other one does is not for the checker to name. */
    @Override
    public List<Beside> beside(Step step, Answers answers) {
        if (!step.questions().contains(PATTERNS)) {
            return List.of();
        }
        Stream<String> turns = IntStream.rangeClosed(1, EXCHANGE.most())
                .filter(turn -> answers.one(EXCHANGE.field(turn, Turns.WHO)).equals(Turns.ME))
                .mapToObj(turn -> answers.one(EXCHANGE.field(turn, Turns.SAID)));
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
        List<Turn> turns = new ArrayList<>();
        IntStream.rangeClosed(1, EXCHANGE.most())
                .filter(turn -> answers.has(EXCHANGE.field(turn, Turns.SAID)))
                .forEach(turn -> turns.add(turn(turn, answers)));
        if (turns.isEmpty() && answers.has("they")) {
            String turning = answers.one(MARKED);
            turns.add(new Turn(false, answers.one("they"), List.of(), turning.equals("they")));
            turns.add(
                    new Turn(true, answers.one("mine"), List.of(), turning.equals("mine") || turning.equals("unsaid")));
        }
        return turns.isEmpty() ? Optional.empty() : Optional.of(new Picture.Lanes(turns));
    }

    private static Turn turn(int turn, Answers answers) {
        List<Part> parts = EXCHANGE.parts().stream()
                .filter(part -> answers.has(EXCHANGE.field(turn, part)))
                .map(part -> new Part("communication.exchange." + part, answers.one(EXCHANGE.field(turn, part))))
                .toList();
        String said = answers.one(EXCHANGE.field(turn, Turns.SAID));
        boolean mine = answers.one(EXCHANGE.field(turn, Turns.WHO)).equals(Turns.ME);
        return new Turn(mine, said, parts, isTurning(turn, said, answers));
    }

    /** At any turn they marked; while none is marked, where the words are those they named before. */
    private static boolean isTurning(int turn, String said, Answers answers) {
        return answers.has(EXCHANGE.turning())
                ? answers.one(EXCHANGE.turning()).equals(Integer.toString(turn))
                : answers.has(MARKED)
                        && said.equals(answers.one(answers.one(MARKED).equals("they") ? "they" : "mine"));
    }
}
