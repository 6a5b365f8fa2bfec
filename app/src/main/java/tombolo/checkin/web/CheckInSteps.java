package tombolo.checkin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.checkin.Questions;
import tombolo.checkin.Sign;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;
import tombolo.instruments.Wording;
import tombolo.ui.Choice;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/** Lays the questions out as steps of one document, with the answers someone brings back with them. */
@Component
final class CheckInSteps {
    /** The choice of whoever would rather not say. */
    static final String UNSAID = "unsaid";

    /** The last question. */
    static final String ENDING = "ending";

    private final Questions questions;
    private final Texts texts;

    CheckInSteps(Questions questions, Texts texts) {
        this.questions = questions;
        this.texts = texts;
    }

    /** All questions; the rest of the PHQ-8 among them, to be walked past when it is not wanted. */
    CheckInPage page(Language language, List<Carried> brought, boolean again) {
        Map<String, List<String>> chosen = brought.stream()
                .collect(Collectors.groupingBy(Carried::name, Collectors.mapping(Carried::value, Collectors.toList())));
        List<Asked> first = new ArrayList<>(List.of(signs(language)));
        first.addAll(items(language, questions.isolation(), "apart", 1, 3));
        first.addAll(items(language, questions.loneliness(), "lonely", 1, 1));
        first.addAll(items(language, questions.mood(), "low", 1, 2));
        List<Asked> rest = items(language, questions.mood(), "low", 3, 8);
        return new CheckInPage(
                laid("q", "", 0, 86, first, chosen),
                laid("m", "q8", 86, 97, rest, chosen),
                laid("q", first.size() + 1, "q" + first.size(), "", 97, ending(language), chosen),
                again);
    }

    /** The answers of a form that are ours, to be carried back to the questions; nothing else of a form is ever written out. */
    List<Carried> carried(Map<String, List<String>> form) {
        Map<String, Set<String>> ours = page(Language.ENGLISH, List.of(), false).all().stream()
                .collect(Collectors.toMap(
                        Step::name,
                        step -> step.choices().stream().map(Choice::value).collect(Collectors.toSet())));
        return form.entrySet().stream()
                .filter(field -> ours.containsKey(field.getKey()))
                .flatMap(field -> field.getValue().stream()
                        .filter(ours.getOrDefault(field.getKey(), Set.of())::contains)
                        .distinct()
                        .map(value -> new Carried(field.getKey(), value)))
                .toList();
    }

    private Asked signs(Language language) {
        List<Choice> choices = Stream.concat(
                        Stream.of(Sign.values())
                                .map(sign ->
                                        new Choice(sign.word(), texts.say(language, "checkin.sign." + sign.word()))),
                        Stream.of(unsaid(language, "checkin.signs.none")))
                .toList();
        return new Asked("signs", true, "", texts.say(language, "checkin.signs"), choices, "", "");
    }

    private Asked ending(Language language) {
        List<Choice> choices = List.of(
                new Choice("no", texts.say(language, "checkin.ending.no")),
                new Choice("yes", texts.say(language, "checkin.ending.yes")),
                unsaid(language, "checkin.unsaid"));
        return new Asked(
                ENDING,
                false,
                texts.say(language, "checkin.ending.why"),
                texts.say(language, "checkin.ending"),
                choices,
                "",
                "");
    }

    /** Questions in their owner's words: in the page's language where there is a published one, else in English. */
    private List<Asked> items(Language language, Instrument instrument, String name, int from, int to) {
        Wording wording = instrument
                .wording(language.isInvented() ? Locale.ENGLISH : language.locale())
                .or(() -> instrument.wording(Locale.ENGLISH))
                .orElseThrow();
        String words = wording.language().equals(language.tag()) ? "" : wording.language();
        return IntStream.rangeClosed(from, to)
                .mapToObj(instrument::item)
                .map(item -> new Asked(
                        name + item.number(),
                        false,
                        wording.stem(),
                        wording.question(item),
                        choices(language, wording, item),
                        words,
                        instrument.licence().notice()))
                .toList();
    }

    private List<Choice> choices(Language language, Wording wording, Item item) {
        return Stream.concat(
                        item.options().stream()
                                .map(option -> new Choice(String.valueOf(option.value()), wording.label(item, option))),
                        Stream.of(unsaid(language, "checkin.unsaid")))
                .toList();
    }

    private Choice unsaid(Language language, String text) {
        return new Choice(UNSAID, texts.say(language, text));
    }

    private static List<Step> laid(
            String letter, String then, int from, int to, List<Asked> asked, Map<String, List<String>> chosen) {
        return IntStream.rangeClosed(1, asked.size())
                .mapToObj(place -> laid(
                        letter,
                        place,
                        place == 1 ? "" : letter + (place - 1),
                        place == asked.size() ? then : letter + (place + 1),
                        from + (to - from) * (place - 1) / asked.size(),
                        asked.get(place - 1),
                        chosen))
                .toList();
    }

    private static Step laid(
            String letter,
            int place,
            String before,
            String after,
            int along,
            Asked asked,
            Map<String, List<String>> chosen) {
        return new Step(
                letter + place,
                before,
                after,
                along,
                asked.name(),
                asked.many(),
                asked.stem(),
                asked.question(),
                asked.choices(),
                chosen.getOrDefault(asked.name(), List.of()),
                asked.words(),
                asked.notice());
    }

    /** A question before it has a place. */
    private record Asked(
            String name,
            boolean many,
            String stem,
            String question,
            List<Choice> choices,
            String words,
            String notice) {}
}
