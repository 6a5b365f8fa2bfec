package tombolo.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a questionnaire's folder: {@code instrument.json}, {@code LICENCE.md}, and a properties file of words for each
 * language it names.
 *
 * <p>The recipe for writing one is docs/recipes/new-questionnaire.md.
 */
final class InstrumentFolder {
    static final String DATA = "instrument.json";
    static final String TERMS = "LICENCE.md";

    final String id;
    final String name;
    final String measures;
    final String period;
    final String source;
    final @Nullable String coding;
    final List<String> notes;
    final Licence licence;
    final List<Item> items;
    final Scale total;
    final List<Scale> subscales;
    final @Nullable RiskItem risk;
    final @Nullable ReliableChange reliableChange;
    final boolean highIsBetter;
    final @Nullable String loincPanel;
    final @Nullable String loincTotal;

    private final List<String> languages;
    private final Map<String, List<Option>> optionSets;

    static Instrument read(Folder folder) {
        InstrumentFolder read = new InstrumentFolder(folder);
        Map<String, Wording> wordings = new TreeMap<>();
        for (String language : read.languages) {
            wordings.put(language, wording(folder, language, read.items));
        }
        return new Instrument(read, wordings);
    }

    private InstrumentFolder(Folder folder) {
        JsonFields json = JsonFields.read(folder, DATA);
        id = json.text("id");
        if (!id.equals(folder.name())) {
            throw json.refuse("id", "the folder's own name, '" + folder.name() + "', not '" + id + "'");
        }
        name = json.text("name");
        measures = json.text("measures");
        period = json.text("period");
        source = json.text("source");
        coding = json.optionalText("coding").orElse(null);
        notes = json.texts("notes");
        licence = licence(json.object("licence"));
        highIsBetter = json.oneOf("better", "lower", "higher").equals("higher");
        Optional<JsonFields> loinc = json.optionalObject("loinc");
        loincPanel = loinc.flatMap(codes -> codes.optionalText("panel")).orElse(null);
        loincTotal = loinc.flatMap(codes -> codes.optionalText("total")).orElse(null);
        loinc.ifPresent(JsonFields::nothingElse);
        optionSets = optionSets(json.object("options"));
        items = List.copyOf(items(json));
        total = scale("total", json, items.stream().filter(Item::scored).toList());
        subscales = List.copyOf(subscales(json));
        risk = risk(json);
        reliableChange = reliableChange(json);
        languages = languages(json);
        json.nothingElse();
        if (!folder.has(TERMS)) {
            throw new InstrumentRefused(folder.path(TERMS), "", "this file, with the terms the words are used on");
        }
    }

    private static Licence licence(JsonFields json) {
        Licence licence = new Licence(
                json.text("owner"),
                json.text("terms"),
                json.text("notice"),
                json.oneOf("wording", "bundled", "licensed").equals("bundled"));
        json.nothingElse();
        return licence;
    }

    private static Map<String, List<Option>> optionSets(JsonFields json) {
        Map<String, List<Option>> sets = new LinkedHashMap<>();
        for (String name : json.names()) {
            List<Option> options = new ArrayList<>();
            Set<Integer> values = new HashSet<>();
            for (JsonFields option : json.objects(name)) {
                int value = option.whole("value");
                if (!values.add(value)) {
                    throw option.refuse("value", "a value not yet used in '" + name + "', not " + value);
                }
                options.add(new Option(value, option.optionalText("loinc").orElse(null)));
                option.nothingElse();
            }
            if (!values.isEmpty() && Collections.max(values) - Collections.min(values) > 1000) {
                throw json.refuse(name, "values within a thousand of each other");
            }
            if (options.size() < 2) {
                throw json.refuse(name, "at least two options");
            }
            sets.put(name, options);
        }
        return sets;
    }

    private List<Item> items(JsonFields json) {
        Set<Integer> reversed = new HashSet<>(json.wholes("reversed"));
        List<Item> found = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (JsonFields item : json.objects("items")) {
            int number = item.whole("number");
            if (!numbers.add(number)) {
                throw item.refuse("number", "a number not yet used, not " + number);
            }
            String set = item.text("options");
            List<Option> options = optionSets.get(set);
            if (options == null) {
                throw item.refuse("options", "one of " + optionSets.keySet() + ", not '" + set + "'");
            }
            found.add(new Item(
                    found.size(),
                    number,
                    set,
                    options,
                    item.flag("scored", true),
                    reversed.contains(number),
                    counted(item, options),
                    item.optionalText("loinc").orElse(null)));
            item.nothingElse();
        }
        if (found.stream().noneMatch(Item::scored)) {
            throw json.refuse("items", "at least one scored item");
        }
        reversed.removeAll(numbers);
        if (!reversed.isEmpty()) {
            throw json.refuse("reversed", "numbers of items, not " + reversed);
        }
        return found;
    }

    private static Set<Integer> counted(JsonFields item, List<Option> options) {
        List<Integer> counted = item.wholes("counts");
        for (int value : counted) {
            if (options.stream().noneMatch(option -> option.value() == value)) {
                throw item.refuse("counts", "values the item offers, not " + value);
            }
        }
        return new HashSet<>(counted);
    }

    /** The rules of the whole, or of a subscale; a subscale says its own or takes over those of the whole. */
    private Scale scale(String key, JsonFields json, List<Item> scored) {
        ScoringRule scoring =
                json.has("scoring") || key.equals("total") ? scoring(json.object("scoring")) : total.scoring();
        MissingRule missing = missing(json.object("missing"), scored.size());
        if (scoring instanceof ScoringRule.Count) {
            for (Item item : scored) {
                if (item.options().stream().noneMatch(option -> item.counts(option.value()))) {
                    throw json.refuse("items", "'counts' on " + item + ", because the scoring kind is count");
                }
            }
        }
        int bandedTo = json.whole("bandedTo", 0);
        if (bandedTo < 0 || bandedTo > 2) {
            throw json.refuse("bandedTo", "0, 1 or 2 decimals, not " + bandedTo);
        }
        return new Scale(key, scored, scoring, missing, bandedTo, bands(json, bandedTo), cutOff(json, bandedTo));
    }

    private static ScoringRule scoring(JsonFields json) {
        ScoringRule rule = switch (json.oneOf("kind", "sum", "mean", "count")) {
            case "mean" -> new ScoringRule.Mean();
            case "count" -> new ScoringRule.Count();
            default -> new ScoringRule.Sum(json.whole("times", 1));
        };
        if (rule instanceof ScoringRule.Sum sum && sum.times() < 1) {
            throw json.refuse("times", "1 or more");
        }
        json.nothingElse();
        return rule;
    }

    private static MissingRule missing(JsonFields json, int items) {
        json.text("source");
        MissingRule rule = switch (json.oneOf("rule", "none", "mean-of-answered", "counted-as-nothing")) {
            case "mean-of-answered" -> new MissingRule.MeanOfAnswered(json.whole("atMost"));
            case "counted-as-nothing" -> new MissingRule.CountedAsNothing(json.whole("atMost"));
            default -> new MissingRule.NoneMissing();
        };
        if (!(rule instanceof MissingRule.NoneMissing) && (rule.tolerated() < 1 || rule.tolerated() >= items)) {
            throw json.refuse("atMost", "1 to " + (items - 1) + ", not " + rule.tolerated());
        }
        json.nothingElse();
        return rule;
    }

    private static List<Band> bands(JsonFields json, int bandedTo) {
        List<Band> bands = new ArrayList<>();
        for (JsonFields band : json.objects("bands")) {
            BigDecimal from = threshold(band, "from", bandedTo);
            if (!bands.isEmpty() && from.compareTo(bands.getLast().from()) <= 0) {
                throw band.refuse("from", "more than " + bands.getLast().from() + ", the band before");
            }
            bands.add(new Band(band.text("key"), from));
            band.nothingElse();
        }
        return bands;
    }

    private static @Nullable CutOff cutOff(JsonFields json, int bandedTo) {
        return json.optionalObject("case")
                .map(rule -> {
                    boolean high = rule.has("from");
                    if (high == rule.has("upTo")) {
                        throw rule.refuse("", "either 'from' or 'upTo'");
                    }
                    CutOff cutOff = new CutOff(
                            high ? CutOff.Side.AT_LEAST : CutOff.Side.AT_MOST,
                            threshold(rule, high ? "from" : "upTo", bandedTo),
                            rule.text("source"));
                    rule.nothingElse();
                    return cutOff;
                })
                .orElse(null);
    }

    private static BigDecimal threshold(JsonFields json, String name, int bandedTo) {
        BigDecimal value = json.decimal(name);
        if (value.stripTrailingZeros().scale() > bandedTo) {
            throw json.refuse(name, "at most " + bandedTo + " decimals (see bandedTo), not " + value);
        }
        return value;
    }

    private List<Scale> subscales(JsonFields json) {
        List<Scale> scales = new ArrayList<>();
        for (JsonFields subscale : json.objects("subscales")) {
            List<Item> part = new ArrayList<>();
            for (int number : subscale.wholes("items")) {
                part.add(items.stream()
                        .filter(item -> item.number() == number && item.scored())
                        .findFirst()
                        .orElseThrow(() -> subscale.refuse("items", "numbers of scored items, not " + number)));
            }
            if (part.isEmpty()) {
                throw subscale.refuse("items", "numbers of scored items");
            }
            scales.add(scale(subscale.text("key"), subscale, part));
            subscale.nothingElse();
        }
        return scales;
    }

    private @Nullable RiskItem risk(JsonFields json) {
        return json.optionalObject("risk")
                .map(rule -> {
                    int number = rule.whole("item");
                    Item item = items.stream()
                            .filter(one -> one.number() == number)
                            .findFirst()
                            .orElseThrow(() -> rule.refuse("item", "the number of an item, not " + number));
                    int from = rule.whole("from");
                    if (from <= item.lowest() || from > item.highest()) {
                        throw rule.refuse("from", "a value above the item's lowest, not " + from);
                    }
                    rule.nothingElse();
                    return new RiskItem(item, from);
                })
                .orElse(null);
    }

    private @Nullable ReliableChange reliableChange(JsonFields json) {
        return json.optionalObject("reliableChange")
                .map(rule -> {
                    int points = rule.whole("points");
                    if (points < 1) {
                        throw rule.refuse("points", "1 or more, not " + points);
                    }
                    ReliableChange change = new ReliableChange(points, highIsBetter, rule.text("source"));
                    rule.nothingElse();
                    return change;
                })
                .orElse(null);
    }

    private List<String> languages(JsonFields json) {
        List<String> languages = json.texts("languages");
        if (licence.bundled() == languages.isEmpty()) {
            throw json.refuse(
                    "languages",
                    licence.bundled()
                            ? "at least one language, because the licence lets the words be bundled"
                            : "none, because the licence does not let the words be bundled");
        }
        return languages;
    }

    /** Reads the words in one language and refuses a gap, an unknown key, or another file's leftovers. */
    static Wording wording(Folder folder, String language, List<Item> items) {
        String file = language + ".properties";
        Map<String, String> texts = folder.properties(file);
        Set<String> unknown = new HashSet<>(texts.keySet());
        unknown.remove("stem");
        require(folder, file, texts, "title", unknown);
        for (Item item : items) {
            require(folder, file, texts, Wording.questionKey(item), unknown);
            for (Option option : item.options()) {
                require(folder, file, texts, Wording.labelKey(item, option), unknown);
            }
        }
        if (!unknown.isEmpty()) {
            throw new InstrumentRefused(
                    folder.path(file), unknown.iterator().next(), "no such text: no item or option asks for it");
        }
        return new Wording(language, texts);
    }

    private static void require(
            Folder folder, String file, Map<String, String> texts, String key, Set<String> unknown) {
        String text = texts.get(key);
        if (text == null || text.isBlank()) {
            throw new InstrumentRefused(folder.path(file), key, "a text");
        }
        unknown.remove(key);
    }
}
