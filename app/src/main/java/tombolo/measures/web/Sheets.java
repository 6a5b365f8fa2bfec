package tombolo.measures.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
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
                                Optional.ofNullable(chosen.getFirst(name(instrument, item)))
                                        .orElse("")))
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

    /** The scored questions nobody has touched; asked for once, and left in peace if the form comes again as it is. */
    static Errors open(MultiValueMap<String, String> fields, List<Instrument> asked) {
        Errors errors = Errors.none();
        if (!fields.containsKey("again")) {
            for (Instrument instrument : asked) {
                for (Item item : instrument.total().items()) {
                    if (!fields.containsKey(name(instrument, item))) {
                        errors.add(name(instrument, item), "measures.questions.left");
                    }
                }
            }
        }
        return errors;
    }

    /** What was chosen; anything a form does not offer is no answer. */
    static List<Answers> answers(MultiValueMap<String, String> fields, List<Instrument> asked) {
        List<Answers> all = new ArrayList<>();
        for (Instrument instrument : asked) {
            Map<Integer, Integer> values = new HashMap<>();
            for (Item item : instrument.items()) {
                item.options().stream()
                        .filter(option ->
                                String.valueOf(option.value()).equals(fields.getFirst(name(instrument, item))))
                        .forEach(option -> values.put(item.number(), option.value()));
            }
            all.add(instrument.answers(values));
        }
        return all;
    }
}
