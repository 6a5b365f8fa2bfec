package tombolo.support;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.Amount;
import tombolo.inventory.Description;
import tombolo.inventory.Exchange;
import tombolo.inventory.Support;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
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
 * What is got and given stands on the circles, and is told there and here as one; over everyone it is
 * {@link tombolo.inventory.SupportNetwork}.
 */
@Component
@Order(30)
class SupportMap implements Technique {
    private static final List<String> KINDS =
            Arrays.stream(Support.values()).map(SupportMap::word).toList();

    private static final int MOST = 3;
    private static final String NOW = "now";
    private static final String GET = "get";
    private static final String GIVE = "give";
    private static final String MUCH_STEP = "much";
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
    public Learning learning() {
        return Learning.PEOPLE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork().fromTheStart();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of(NOW, new Some(GET, KINDS), new Some(GIVE, KINDS)),
                Step.of("miss", new Some("miss", KINDS)),
                Step.of("else", Words.line("else").perhaps()),
                Step.of("ask", Words.aloud("ask"), Words.line("day")).asserts(),
                Step.deeper(MUCH_STEP, MUCH));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("ask", "day", Optional.empty()));
    }

    @Override
    public boolean isOfTheTie(Step step) {
        return step.id().equals(NOW) || step.id().equals(MUCH_STEP);
    }

    @Override
    public Answers known(Step step, Answers before, Description tie) {
        Exchange exchange = tie.exchange();
        Map<String, List<String>> known = new HashMap<>();
        if (step.id().equals(NOW)) {
            known.put(GET, some(exchange.received()));
            known.put(GIVE, some(exchange.given()));
        } else {
            exchange.received()
                    .forEach((kind, much) ->
                            known.put(MUCH.field(word(kind), IS), List.of(Integer.toString(much.ordinal()))));
        }
        return before.with(known.keySet(), new Answers(known));
    }

    private static List<String> some(Map<Support, Amount> amounts) {
        return amounts.entrySet().stream()
                .filter(one -> one.getValue() != Amount.NONE)
                .map(one -> word(one.getKey()))
                .toList();
    }

    @Override
    public Description told(Step step, Answers said, Description tie) {
        Exchange exchange = tie.exchange();
        Exchange told = step.id().equals(NOW)
                ? new Exchange(marked(exchange.received(), said.all(GET)), marked(exchange.given(), said.all(GIVE)))
                : new Exchange(much(exchange.received(), said), exchange.given());
        return tie.exchanging(told);
    }

    /** What is marked is there, a little at least; what is not marked where they are all before one is not there. */
    private static Map<Support, Amount> marked(Map<Support, Amount> before, List<String> marked) {
        Map<Support, Amount> after = new EnumMap<>(Support.class);
        for (Support kind : Support.values()) {
            Amount was = before.get(kind);
            if (marked.contains(word(kind))) {
                after.put(kind, was == null || was == Amount.NONE ? Amount.A_LITTLE : was);
            } else {
                after.put(kind, Amount.NONE);
            }
        }
        return after;
    }

    private static Map<Support, Amount> much(Map<Support, Amount> before, Answers said) {
        Map<Support, Amount> after = new EnumMap<>(Support.class);
        after.putAll(before);
        for (Support kind : Support.values()) {
            said.number(MUCH.field(word(kind), IS)).ifPresent(much -> after.put(kind, Amount.values()[much]));
        }
        return after;
    }

    private static String word(Support kind) {
        return kind.name().toLowerCase(Locale.ROOT);
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
