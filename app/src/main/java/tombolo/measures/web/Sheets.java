package tombolo.measures.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;
import tombolo.instruments.Wording;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/** Lays questionnaires out as one form, and reads what was chosen in it. */
@Component
final class Sheets {
    private static final String UNSAID = "unsaid";

    private final Texts texts;

    Sheets(Texts texts) {
        this.texts = texts;
    }

    List<Sheet> laid(List<Instrument> instruments, Language language, MultiValueMap<String, String> chosen) {
        return instruments.stream().map(one -> laid(one, language, chosen)).toList();
    }

    private Sheet laid(Instrument instrument, Language language, MultiValueMap<String, String> chosen) {
        Wording wording = wording(instrument, language);
        return new Sheet(
                instrument.id(),
                wording.stem(),
                instrument.items().stream()
                        .map(item -> new Sheet.Asked(
                                name(instrument, item),
                                wording.question(item),
                                choices(wording, item, language),
                                chosen(chosen, instrument, item).orElse("")))
                        .toList(),
                wording.language().equals(language.tag()) ? "" : wording.language(),
                instrument.licence().notice());
    }

    /** The same to be filled in by hand: as their owners print them, where leaving a question open needs no words. */
    List<OnPaperPage.Blank> blank(List<Instrument> instruments, Language language) {
        return instruments.stream().map(one -> blank(one, language)).toList();
    }

    private static OnPaperPage.Blank blank(Instrument instrument, Language language) {
        Wording wording = wording(instrument, language);
        return new OnPaperPage.Blank(
                wording.title(),
                wording.stem(),
                instrument.items().stream()
                        .map(item -> new OnPaperPage.Question(
                                item.number(),
                                wording.question(item),
                                item.options().stream()
                                        .map(option -> wording.label(item, option))
                                        .toList()))
                        .toList(),
                wording.language().equals(language.tag()) ? "" : wording.language(),
                instrument.licence().owner(),
                instrument.licence().notice(),
                instrument.source(),
                instrument.risk().isPresent());
    }

    private static Wording wording(Instrument instrument, Language language) {
        return instrument
                .wording(language.isInvented() ? Locale.ENGLISH : language.locale())
                .or(() -> instrument.wording(Locale.ENGLISH))
                .orElseThrow();
    }

    private List<Choice> choices(Wording wording, Item item, Language language) {
        return Stream.concat(
                        item.options().stream()
                                .map(option -> new Choice(String.valueOf(option.value()), wording.label(item, option))),
                        Stream.of(new Choice(UNSAID, texts.say(language, "measures.questions.unsaid"))))
                .toList();
    }

    private static String name(Instrument instrument, Item item) {
        return instrument.id() + "-" + item.number();
    }

    /** Which of these questionnaires were on the form that was sent. */
    static List<Instrument> asked(MultiValueMap<String, String> fields, List<Instrument> may) {
        List<String> asked = fields.getOrDefault("asked", List.of());
        return may.stream().filter(one -> asked.contains(one.id())).toList();
    }

    /**
     * What was chosen on a form of questions, and which they were, without the plain question that is kept nowhere: to fill the
     * same form in once more. Empty where what was sent is no such form.
     */
    static MultiValueMap<String, String> chosen(MultiValueMap<String, String> fields) {
        MultiValueMap<String, String> chosen = new LinkedMultiValueMap<>();
        List<String> asked = fields.getOrDefault("asked", List.of());
        fields.forEach((name, values) -> {
            if (name.equals("asked") || asked.stream().anyMatch(one -> name.startsWith(one + "-"))) {
                chosen.addAll(name, values);
            }
        });
        return chosen;
    }

    /** What was chosen for a question: the one thing that was sent for it, if the form offers that. */
    private static Optional<String> chosen(MultiValueMap<String, String> fields, Instrument instrument, Item item) {
        List<String> sent = fields.getOrDefault(name(instrument, item), List.of());
        return sent.size() == 1 ? Optional.of(sent.getFirst()).filter(one -> offers(item, one)) : Optional.empty();
    }

    private static boolean offers(Item item, String sent) {
        return sent.equals(UNSAID)
                || item.options().stream()
                        .anyMatch(option -> String.valueOf(option.value()).equals(sent));
    }

    /** Whether more than "not at all" was chosen where a form on the page asks about ending one's life. */
    static boolean saysRisk(MultiValueMap<String, String> fields, List<Instrument> may) {
        return asked(fields, may).stream()
                .anyMatch(one -> one.risk()
                        .filter(risk -> chosen(fields, one, risk.item())
                                .filter(said -> !said.equals(UNSAID) && Integer.parseInt(said) >= risk.from())
                                .isPresent())
                        .isPresent());
    }

    /** The scored questions without an answer of their own; asked for once, and left in peace if the form comes again as it is. */
    static Errors open(MultiValueMap<String, String> fields, List<Instrument> asked) {
        Errors errors = Errors.none();
        if (!fields.containsKey("again")) {
            for (Instrument instrument : asked) {
                for (Item item : instrument.total().items()) {
                    if (chosen(fields, instrument, item).isEmpty()) {
                        errors.add(name(instrument, item), "measures.questions.left");
                    }
                }
            }
        }
        return errors;
    }

    /** What was chosen; anything a form does not offer is no answer, and of two nobody knows which was meant. */
    static List<Answers> answers(MultiValueMap<String, String> fields, List<Instrument> asked) {
        List<Answers> all = new ArrayList<>();
        for (Instrument instrument : asked) {
            Map<Integer, Integer> values = new HashMap<>();
            for (Item item : instrument.items()) {
                chosen(fields, instrument, item)
                        .filter(one -> !one.equals(UNSAID))
                        .ifPresent(one -> values.put(item.number(), Integer.valueOf(one)));
            }
            all.add(instrument.answers(values));
        }
        return all;
    }
}
