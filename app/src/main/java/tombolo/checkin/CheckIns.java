package tombolo.checkin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;

/** Reads a check-in out of a form. Whatever is not an answer we offered is as good as unanswered. */
@Component
public final class CheckIns {
    private final Questions questions;

    CheckIns(Questions questions) {
        this.questions = questions;
    }

    /** The check-in in the fields of a form; {@code apart1…3}, {@code lonely1} and {@code low1…8} are questionnaire items. */
    public CheckIn in(Map<String, List<String>> form) {
        Function<String, String> field =
                name -> form.getOrDefault(name, List.of()).stream().findFirst().orElse("");
        return new CheckIn(
                questions,
                signs(form.getOrDefault("signs", List.of())),
                answers(questions.isolation(), "apart", field),
                answers(questions.loneliness(), "lonely", field),
                answers(questions.mood(), "low", field),
                ending(field.apply("ending")));
    }

    private static Set<Sign> signs(List<String> marked) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        Arrays.stream(Sign.values())
                .filter(sign -> marked.contains(sign.word()))
                .forEach(signs::add);
        return signs;
    }

    private static Answers answers(Instrument instrument, String name, Function<String, String> field) {
        Answers answers = instrument.noAnswers();
        for (Item item : instrument.items()) {
            String value = field.apply(name + item.number());
            if (value.matches("\\d") && item.offers(Integer.parseInt(value))) {
                answers = answers.with(item.number(), Integer.parseInt(value));
            }
        }
        return answers;
    }

    private static Ending ending(String said) {
        return switch (said) {
            case "no" -> Ending.NO;
            case "yes" -> Ending.YES;
            default -> Ending.UNSAID;
        };
    }
}
