package tombolo.needs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Picture;
import tombolo.techniques.Picture.Dumbbell;
import tombolo.techniques.Question.Grid;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Scale;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * From a need to a sentence to a request: the four needs of the article and belonging, each for one tie, now and wanted from 0
 * to 4 (E.4, the need card). The gap is wanted minus now; the widest comes first, weighed by how much the need matters where
 * that was said. Nothing is added up.
 */
@Component
@Order(10)
class Needs implements Technique {
    static final List<String> KINDS = List.of("support", "intimacy", "understanding", "independence", "belonging");

    private static final int MOST = 4;
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
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, true)),
                Step.of("need", new One("need", true, KINDS)),
                Step.of(
                        "gap",
                        new Scale(NOW, true, MOST),
                        new Scale(WANTED, true, MOST),
                        new One("aloud", true, List.of("yes", "partly", "no"))),
                Step.of("sentence", Words.line("sentence")),
                Step.of("request", Words.aloud("request"), Words.line("day")).asserts(),
                Step.deeper("rehearse", Words.some("they-say"), Words.some("i-answer"), new Scale("sure", false, 10))
                        .asserts(),
                Step.deeper("all", ALL),
                Step.deeper("myself", Words.some("myself")),
                Step.deeper("barrier", Words.some("barrier")).asserts());
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
        boolean chosen = answers.one("need").equals(need);
        Optional<Integer> now = answers.number(chosen ? NOW : ALL.field(need, NOW));
        Optional<Integer> wanted = answers.number(chosen ? WANTED : ALL.field(need, WANTED));
        Optional<Integer> matters = answers.number(ALL.field(need, MATTERS));
        return now.flatMap(is -> wanted.map(wish -> new Dumbbell("needs.need." + need, is, wish, matters))).stream();
    }
}
