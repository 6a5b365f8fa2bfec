package tombolo.course.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.course.AgendaItem;
import tombolo.course.FileRefused;
import tombolo.course.Phase;
import tombolo.course.Rhythm;
import tombolo.course.Variant;
import tombolo.course.Variant.Asked;
import tombolo.course.Where;
import tombolo.instruments.Instruments;
import tombolo.people.TypedContact;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.Said;
import tools.jackson.databind.json.JsonMapper;

/** A practice's own variant as a form. What is typed is laid out as the file would be, so that one reader refuses both. */
public final class VariantForm {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How the sessions that are named begin, and what the last is called: the words of the hint beside the field. */
    private static final String AT = "at";

    private static final String LAST = "last";

    private static final String TEXTS = "course.desk.variants.";
    private static final List<String> NUMBERS = List.of(
            "usual",
            "from",
            "to",
            "initialTo",
            "middleTo",
            "endingSaidWithLeft",
            "everyWeeks",
            "first",
            "others",
            "askHoursBefore");

    private final Variant before;
    private final MultiValueMap<String, String> fields;

    VariantForm(Variant before, MultiValueMap<String, String> fields) {
        this.before = before;
        this.fields = fields;
    }

    static VariantForm of(Variant variant) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("name", variant.name());
        fields.set("summary", variant.summary());
        fields.set("source", variant.source());
        fields.set("usual", variant.sessions().usual() + "");
        fields.set("from", variant.sessions().from() + "");
        fields.set("to", variant.sessions().to() + "");
        fields.set("first", variant.minutes().first() + "");
        fields.set("others", variant.minutes().others() + "");
        fields.set("everyWeeks", variant.everyWeeks() + "");
        fields.set("initialTo", variant.phases().initialTo() + "");
        fields.set("middleTo", variant.phases().middleTo() + "");
        fields.set("otherLengths", variant.otherLengths().name().toLowerCase(Locale.ROOT));
        fields.set("endingSaidWithLeft", variant.endingSaidWithLeft() + "");
        variant.measures().forEach(asked -> fields.set("ask-" + asked.instrument(), written(asked.rhythm())));
        fields.put("areas", new ArrayList<>(variant.areas()));
        fields.set("agenda-every", lines(variant.always()));
        for (Phase phase : Phase.values()) {
            fields.set("agenda-" + lower(phase), lines(variant.byPhase().getOrDefault(phase, List.of())));
        }
        variant.bySession().forEach((where, items) -> fields.set("session-" + where.key(), lines(items)));
        fields.set("askHoursBefore", variant.askHoursBefore() + "");
        fields.set("differs", String.join("\n", variant.differs()));
        return new VariantForm(variant, fields);
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        return TypedContact.text(fields.getFirst(field));
    }

    public List<String> areas() {
        return fields.getOrDefault("areas", List.of());
    }

    /** The fields that hold a number, in the order of the form. */
    public List<String> numbers() {
        return NUMBERS;
    }

    /** The questionnaires there are. */
    public List<String> instruments() {
        return Instruments.bundledIds();
    }

    /** The sessions that may have something of their own: all that are usual, those named by where they lie, and any that have. */
    public List<Where> sessions() {
        Set<Where> sessions = new TreeSet<>(before.bySession().keySet());
        IntStream.rangeClosed(1, before.sessions().usual())
                .mapToObj(Where::first)
                .forEach(sessions::add);
        sessions.addAll(List.of(Where.middle(), Where.last(before.endingSaidWithLeft()), Where.last(0)));
        if (before.sessions().usual() > 2) {
            sessions.add(Where.last(1));
        }
        return List.copyOf(sessions);
    }

    /**
     * What two who changed the same variant at once have written, where it differs.
     *
     * @param say in the language of the page
     * @param areas what problem areas are called
     */
    List<Difference> differs(VariantForm theirs, Function<Said, String> say, UnaryOperator<String> areas) {
        Map<String, String> yours = shown(say, areas);
        Map<String, String> other = theirs.shown(say, areas);
        return yours.entrySet().stream()
                .filter(one -> !one.getValue().equals(other.get(one.getKey())))
                .map(one -> new Difference(one.getKey(), one.getValue(), other.getOrDefault(one.getKey(), "")))
                .toList();
    }

    /** What is typed, by the words that stand above it. */
    private Map<String, String> shown(Function<Said, String> say, UnaryOperator<String> areas) {
        Map<String, String> shown = new LinkedHashMap<>();
        List.of("name", "summary", "source").forEach(field -> shown.put(TEXTS + field, value(field)));
        NUMBERS.forEach(field -> shown.put(TEXTS + "field." + field, value(field)));
        shown.put(
                TEXTS + "field.otherLengths",
                value("otherLengths").equals("middle") || value("otherLengths").equals("rule")
                        ? say.apply(Said.of(TEXTS + value("otherLengths")))
                        : "");
        shown.put(TEXTS + "areas", areas().stream().map(areas).collect(Collectors.joining("\n")));
        shown.put(
                TEXTS + "measures",
                instruments().stream()
                        .filter(instrument -> !value("ask-" + instrument).isEmpty())
                        .map(instrument -> instrument.toUpperCase(Locale.ROOT) + ": " + value("ask-" + instrument))
                        .collect(Collectors.joining("\n")));
        shown.put(TEXTS + "every", together("agenda-every"));
        shown.put(TEXTS + "initial", together("agenda-initial"));
        shown.put(TEXTS + "in-middle", together("agenda-middle"));
        shown.put(TEXTS + "ending", together("agenda-ending"));
        shown.put(
                TEXTS + "in-sessions",
                sessions().stream()
                        .filter(where -> !lines("session-" + where.key()).isEmpty())
                        .map(where -> say.apply(Said.of(where.text(), where.number())) + "\n"
                                + together("session-" + where.key()))
                        .collect(Collectors.joining("\n")));
        shown.put(TEXTS + "differs", together("differs"));
        return shown;
    }

    private String together(String field) {
        return String.join("\n", lines(field));
    }

    /** What is typed as the file would have it. */
    String file() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("id", before.id());
        file.put("language", before.language());
        file.put("name", value("name"));
        file.put("summary", value("summary"));
        file.put("source", value("source"));
        file.put("sessions", Map.of("usual", typed("usual"), "from", typed("from"), "to", typed("to")));
        file.put("minutes", Map.of("first", typed("first"), "others", typed("others")));
        file.put("everyWeeks", typed("everyWeeks"));
        file.put(
                "phases",
                Map.of(
                        "initial", List.of(1, typed("initialTo")),
                        "middle", List.of(after("initialTo"), typed("middleTo")),
                        "ending", List.of(after("middleTo"), typed("usual")),
                        "otherLengths", value("otherLengths")));
        file.put("endingSaidWithLeft", typed("endingSaidWithLeft"));
        file.put("measures", measures());
        file.put("areas", areas());
        file.put("agenda", agenda());
        file.put("differs", lines("differs"));
        file.put("askHoursBefore", typed("askHoursBefore"));
        return JSON.writeValueAsString(file);
    }

    /** A measure keeps what stands in for it where its words may not be shown. */
    private List<Map<String, Object>> measures() {
        Map<String, Optional<String>> otherwise = before.measures().stream()
                .collect(Collectors.toMap(Asked::instrument, Asked::otherwise, (one, two) -> one));
        List<Map<String, Object>> measures = new ArrayList<>();
        for (String instrument : instruments()) {
            if (!value("ask-" + instrument).isEmpty()) {
                Map<String, Object> asked = new LinkedHashMap<>();
                asked.put("instrument", instrument);
                rhythm(value("ask-" + instrument), asked);
                otherwise.getOrDefault(instrument, Optional.empty()).ifPresent(other -> asked.put("otherwise", other));
                measures.add(asked);
            }
        }
        return measures;
    }

    /** A number for every so many sessions, or {@code at} and the sessions themselves. */
    private static String written(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Every every -> every.sessions() + "";
            case Rhythm.At at ->
                Stream.concat(at.sessions().stream(), at.last() ? Stream.of(LAST) : Stream.empty())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", AT + " ", ""));
        };
    }

    /** Sessions with a comma between them are named, also when the word before them was forgotten. */
    private static void rhythm(String value, Map<String, Object> asked) {
        String said = value.toLowerCase(Locale.ROOT);
        if (!said.startsWith(AT) && !said.contains(LAST) && !said.contains(",")) {
            asked.put("every", number(value));
            return;
        }
        asked.put(
                "sessions",
                Stream.of(said.replaceFirst("^" + AT, "").split("[,\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .map(VariantForm::number)
                        .toList());
    }

    private Map<String, Object> agenda() {
        Keys keys = new Keys();
        Map<String, Object> agenda = new LinkedHashMap<>();
        agenda.put("every", items("agenda-every", keys));
        for (Phase phase : Phase.values()) {
            agenda.put(lower(phase), items("agenda-" + lower(phase), keys));
        }
        Map<String, Object> bySession = new LinkedHashMap<>();
        for (Where where : sessions()) {
            List<Map<String, Object>> items = items("session-" + where.key(), keys);
            if (!items.isEmpty()) {
                bySession.put(where.key(), items);
            }
        }
        agenda.put("sessions", bySession);
        return agenda;
    }

    /** A line keeps the key it had, so that what refers to it still finds it; a new line gets a new one. */
    private final class Keys {
        private final Map<String, List<String>> known = new LinkedHashMap<>();
        private final Set<String> used = new TreeSet<>();

        private Keys() {
            Stream.of(
                            Stream.of(before.always()),
                            before.byPhase().values().stream(),
                            before.bySession().values().stream())
                    .flatMap(all -> all)
                    .flatMap(List::stream)
                    .forEach(item -> known.computeIfAbsent(item.text(), text -> new ArrayList<>())
                            .add(item.key()));
        }

        private String of(String text) {
            Optional<String> kept = known.getOrDefault(text, List.of()).stream()
                    .filter(key -> !used.contains(key))
                    .findFirst();
            String key = kept.orElseGet(() -> {
                Set<String> taken =
                        known.values().stream().flatMap(List::stream).collect(Collectors.toSet());
                return IntStream.iterate(1, i -> i + 1)
                        .mapToObj(i -> "own-" + i)
                        .filter(own -> !used.contains(own) && !taken.contains(own))
                        .findFirst()
                        .orElseThrow();
            });
            used.add(key);
            return key;
        }
    }

    private List<Map<String, Object>> items(String field, Keys keys) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String line : lines(field)) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("key", keys.of(line));
            item.put("text", line);
            items.add(item);
        }
        return items;
    }

    private List<String> lines(String field) {
        return value(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String lines(List<AgendaItem> items) {
        return items.stream().map(AgendaItem::text).collect(Collectors.joining("\n"));
    }

    private Object typed(String field) {
        return number(value(field));
    }

    private static Object number(String value) {
        return value.matches("\\d{1,6}") ? (Object) Integer.valueOf(value) : value.isEmpty() ? "-" : value;
    }

    private Object after(String field) {
        return typed(field) instanceof Integer number ? (Object) (number + 1) : "-";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** What the reader refused, next to the field it was typed in. */
    Errors errors(FileRefused refused) {
        return Errors.none().add(field(refused.field()), "course.desk.variants.expected", refused.expected());
    }

    private String field(String place) {
        if (place.startsWith("measures")) {
            return measure(place);
        }
        if (place.startsWith("agenda.sessions")) {
            return place.replaceAll("agenda\\.sessions\\.?([a-z0-9-]*).*", "session-$1");
        }
        if (place.startsWith("agenda.")) {
            return "agenda-" + place.replaceAll("agenda\\.([a-z]+).*", "$1");
        }
        return switch (place.replaceAll("\\[.*", "")) {
            case "sessions.from" -> "from";
            case "sessions.to" -> "to";
            case "sessions.usual", "phases.ending" -> place.startsWith("phases") ? "middleTo" : "usual";
            case "minutes.first" -> "first";
            case "minutes.others" -> "others";
            case "phases.initial" -> "initialTo";
            case "phases.middle" -> "middleTo";
            case "phases.otherLengths" -> "otherLengths";
            case "areas" -> "areas";
            case "differs" -> "differs";
            case "summary" -> "summary";
            case "source" -> "source";
            case "askHoursBefore" -> "askHoursBefore";
            case "everyWeeks" -> "everyWeeks";
            case "endingSaidWithLeft" -> "endingSaidWithLeft";
            default -> "name";
        };
    }

    private String measure(String place) {
        List<String> asked = instruments().stream()
                .filter(instrument -> !value("ask-" + instrument).isEmpty())
                .toList();
        String number = place.replaceAll("measures\\[(\\d+)].*", "$1");
        return "ask-"
                + (number.matches("\\d+")
                        ? asked.get(Integer.parseInt(number))
                        : instruments().getFirst());
    }
}
