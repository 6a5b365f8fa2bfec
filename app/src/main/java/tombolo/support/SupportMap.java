package tombolo.support;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture;
import tombolo.techniques.Picture.Dumbbell;
import tombolo.techniques.Question.Grid;
import tombolo.techniques.Question.Some;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * The support map (T13) for one person on the circles: House's four kinds of support and company (E.5), what is got, given
 * and missed, who else could give it, and one thing to ask for. How much of each, from 0 to 3, is depth; nothing is added up.
 */
@Component
@Order(30)
class SupportMap implements Technique {
    static final List<String> KINDS = List.of("emotional", "practical", "advice", "appraisal", "company");

    private static final int MOST = 3;
    private static final String IS = "is";
    private static final String WISHED = "wished";
    private static final Grid MUCH = new Grid("much", KINDS, List.of(IS, WISHED), MOST);

    @Override
    public String id() {
        return "support-map";
    }

    @Override
    public String texts() {
        return "support.map";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("now", new Some("get", KINDS), new Some("give", KINDS)),
                Step.of("miss", new Some("miss", KINDS)),
                Step.of("else", Words.line("else").perhaps()),
                Step.of("ask", Words.aloud("ask"), Words.line("day")).asserts(),
                Step.deeper("much", MUCH));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("ask", "day", Optional.empty()));
    }

    @Override
    public Optional<Picture> picture(Answers answers) {
        List<Dumbbell> lines = KINDS.stream()
                .flatMap(kind -> line(kind, answers))
                .sorted(Comparator.comparingInt(Dumbbell::gap).reversed())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Picture.Dumbbells(MOST, lines));
    }

    /** Half an answer draws nothing. */
    private static Stream<Dumbbell> line(String kind, Answers answers) {
        Optional<Integer> is = answers.number(MUCH.field(kind, IS));
        Optional<Integer> wished = answers.number(MUCH.field(kind, WISHED));
        return is.flatMap(now -> wished.map(wish -> new Dumbbell("support.map.much." + kind, now, wish))).stream();
    }
}
