package tombolo.needs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Picture;
import tombolo.techniques.Picture.Dumbbell;
import tombolo.techniques.Question.Grid;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Scale;
import tombolo.techniques.Question.Some;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Shape;
import tombolo.techniques.Shapes;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * From a need to a sentence to a request: the four needs of the article, belonging, and what somebody needs from themself, each now
 * and wanted from 0 to 4 (E.4, the need card). The gap is wanted minus now; the widest comes first, weighed by how much the need matters where
 * that was said. Nothing is added up.
 */
@Component
@Order(10)
class Needs implements Technique {
    /** What somebody needs from themself. */
    static final String MYSELF = "myself";

    static final List<String> KINDS =
            List.of("support", "intimacy", "understanding", "independence", "belonging", MYSELF);

    private static final int MOST = 4;

    /** Shapes to ask in that are shown before all others. */
    private static final int FITTING = 3;

    private static final String NEED = "need";
    private static final String ALOUD = "aloud";
    private static final String PARTLY = "partly";
    private static final String NOW = "now";
    private static final String WANTED = "wanted";
    private static final String MATTERS = "matters";
    private static final Grid ALL = new Grid("all", KINDS, List.of(NOW, WANTED, MATTERS), MOST);

    @Override
    public String id() {
        return "needs";
    }

    @Override
    public String texts() {
        return "needs";
    }

    @Override
    public Learning learning() {
        return Learning.NEEDS;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, true)),
                Step.of(NEED, new One(NEED, true, KINDS)),
                Step.of(
                        "gap",
                        new Scale(NOW, true, MOST),
                        new Scale(WANTED, true, MOST),
                        new One(ALOUD, true, List.of("yes", PARTLY, "no"))),
                Step.of("sentence", Words.line("sentence")),
                Step.of("request", Words.aloud("request"), Words.line("day")).asserts(),
                Step.deeper(
                                "rehearse",
                                Words.some(Rehearsed.THEY_SAY),
                                Words.some(Rehearsed.I_ANSWER),
                                new Scale("sure", false, 10))
                        .asserts(),
                Step.deeper("all", ALL, said("")),
                Step.deeper(MYSELF, Words.some(MYSELF)),
                Step.deeper("barrier", Words.some("barrier")).asserts());
    }

    /** Which of the others were said aloud to them. */
    private static Some said(String chosen) {
        return new Some(
                "said",
                KINDS.stream()
                        .filter(need -> !List.of(MYSELF, chosen).contains(need))
                        .toList());
    }

    /**
     * Of the need that was chosen, how it is and is wished was said; and what is needed from oneself was, where that was chosen
     * and could be asked for.
     */
    @Override
    public Optional<Step> left(Step step, Answers answers, boolean mayAssert) {
        String need = answers.one(NEED);
        return switch (step.id()) {
            case "all" -> Optional.of(Step.deeper("all", ALL.without(need, List.of(NOW, WANTED)), said(need)));
            case MYSELF -> Optional.of(step).filter(it -> !mayAssert || !need.equals(MYSELF) || it.isSaid(answers));
            default -> Optional.of(step);
        };
    }

    /**
     * Numbers belong to the need they were said of: where another is chosen they stay with theirs, among all, and those that were
     * said of the other there come along. Whether it was said aloud is asked anew.
     */
    @Override
    public Answers following(Answers before, Answers after) {
        String was = before.one(NEED);
        String is = after.one(NEED);
        if (was.isEmpty() || was.equals(is)) {
            return after;
        }
        Answers moved = after.with(ALOUD, "");
        for (String column : List.of(NOW, WANTED)) {
            String number = before.one(column);
            Answers kept = number.isEmpty() ? moved : moved.with(ALL.field(was, column), number);
            moved = kept.with(column, kept.one(ALL.field(is, column))).with(ALL.field(is, column), "");
        }
        return moved;
    }

    /** Nobody has to be asked for what somebody needs from themself. */
    @Override
    public boolean isToOneself(Answers answers) {
        return answers.one(NEED).equals(MYSELF) || Technique.super.isToOneself(answers);
    }

    /** The kind of support that answers the need (E.4), then what fits the gap: too much, or too little and said how plainly. */
    @Override
    public Shapes shapes(Answers answers) {
        return isToOneself(answers)
                ? Shapes.TO_ONESELF
                : Shapes.first(Stream.concat(
                                isTooMuch(answers) ? Stream.of(Shape.LIMIT) : byNeed(answers.one(NEED)), byGap(answers))
                        .distinct()
                        .limit(FITTING)
                        .toList());
    }

    private static boolean isTooMuch(Answers answers) {
        return answers.number(NOW)
                .flatMap(now -> answers.number(WANTED).map(wanted -> wanted < now))
                .orElse(false);
    }

    private static Stream<Shape> byNeed(String need) {
        return switch (need) {
            case "support" -> Stream.of(Shape.HAND, Shape.HELP);
            case "intimacy" -> Stream.of(Shape.NEARER, Shape.HELP);
            case "understanding" -> Stream.of(Shape.WHEN, Shape.HELP);
            case "independence" -> Stream.of(Shape.LIMIT, Shape.BOTH);
            case "belonging" -> Stream.of(Shape.COMPANY, Shape.SOFT);
            default -> Stream.of();
        };
    }

    private static Stream<Shape> byGap(Answers answers) {
        return switch (answers.one(ALOUD)) {
            case "yes" -> Stream.of(Shape.STILL, Shape.BOTH);
            case PARTLY -> Stream.of(Shape.ASK, Shape.CHECK);
            case "no" -> Stream.of(Shape.SOFT, Shape.ASK);
            default -> Stream.of();
        };
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("request", "day", Optional.of("barrier")));
    }

    @Override
    public Optional<Picture> picture(Answers answers) {
        List<Dumbbell> lines = KINDS.stream()
                .flatMap(need -> line(need, answers))
                .sorted(Comparator.comparingInt(Dumbbell::weight).reversed())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Picture.Dumbbells(MOST, lines));
    }

    /** The need that was chosen is told by its own step, the others by the step for all of them. */
    private static Stream<Dumbbell> line(String need, Answers answers) {
        boolean chosen = answers.one(NEED).equals(need);
        Optional<Integer> now = answers.number(chosen ? NOW : ALL.field(need, NOW));
        Optional<Integer> wanted = answers.number(chosen ? WANTED : ALL.field(need, WANTED));
        Optional<Integer> matters = answers.number(ALL.field(need, MATTERS));
        return now.flatMap(is -> wanted.map(wish -> new Dumbbell("needs.need." + need, is, wish, matters))).stream();
    }
}
