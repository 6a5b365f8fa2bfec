package tombolo.course;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tombolo.course.Variant.Asked;
import tombolo.course.Variant.Minutes;
import tombolo.course.Variant.OtherLengths;
import tombolo.course.Variant.Sessions;
import tombolo.instruments.Instruments;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A variant as a file: read strictly, written so that it can be read again. */
final class VariantFile {
    /** More sessions than this is not a time-limited therapy. */
    static final int MOST_SESSIONS = 60;

    static final int LONGEST = 400;

    private static final String KEY = "[a-z0-9][a-z0-9-]{0,60}";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private VariantFile() {}

    /**
     * @param file what the file is called, for whoever has to mend it
     * @param areas the problem areas there are
     */
    static Variant read(String file, String text, Set<String> areas) {
        LocatedJson json = LocatedJson.read(file, text);
        String id = json.text("id", KEY, "small letters, digits and hyphens");
        String language = json.text("language", "[a-z]{2}", "two small letters, such as en");
        String name = json.text("name", 80);
        String summary = json.text("summary", LONGEST);
        String source = json.text("source", LONGEST);
        Sessions sessions = sessions(json.object("sessions"));
        Minutes minutes = minutes(json.object("minutes"));
        int everyWeeks = json.whole("everyWeeks", 1, 12);
        LocatedJson phased = json.object("phases");
        Phases phases = phases(phased, sessions);
        OtherLengths other = OtherLengths.valueOf(
                phased.oneOf("otherLengths", List.of("rule", "middle")).toUpperCase(Locale.ROOT));
        phased.nothingElse();
        int left = json.whole("endingSaidWithLeft", 1, sessions.usual());
        List<Asked> measures = measures(json, sessions);
        List<String> worked = areas(json, areas);
        Set<String> keys = new HashSet<>();
        LocatedJson agenda = json.object("agenda");
        List<AgendaItem> always = items(agenda, "every", keys);
        Map<Phase, List<AgendaItem>> byPhase = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            byPhase.put(phase, items(agenda, phase.name().toLowerCase(Locale.ROOT), keys));
        }
        Map<Where, List<AgendaItem>> bySession = new TreeMap<>();
        agenda.optionalObject("sessions").ifPresent(numbers -> bySession.putAll(bySession(numbers, sessions, keys)));
        agenda.nothingElse();
        List<String> differs = json.texts("differs", LONGEST);
        int askHoursBefore = json.whole("askHoursBefore", 12, 72);
        json.nothingElse();
        return new Variant(
                id,
                0,
                language,
                name,
                summary,
                source,
                sessions,
                minutes,
                everyWeeks,
                phases,
                other,
                left,
                measures,
                worked,
                always,
                byPhase,
                bySession,
                differs,
                askHoursBefore);
    }

    private static Sessions sessions(LocatedJson json) {
        int usual = json.whole("usual", 2, MOST_SESSIONS);
        Sessions sessions = new Sessions(usual, json.whole("from", 2, usual), json.whole("to", usual, MOST_SESSIONS));
        json.nothingElse();
        return sessions;
    }

    private static Minutes minutes(LocatedJson json) {
        Minutes minutes = new Minutes(json.whole("first", 10, 240), json.whole("others", 10, 240));
        json.nothingElse();
        return minutes;
    }

    private static Phases phases(LocatedJson json, Sessions sessions) {
        int[] initial = json.range("initial", 1, MOST_SESSIONS);
        int[] middle = json.range("middle", 1, MOST_SESSIONS);
        int[] ending = json.range("ending", 1, MOST_SESSIONS);
        follows(json, "initial", initial[0], 1);
        follows(json, "middle", middle[0], initial[1] + 1);
        follows(json, "ending", ending[0], middle[1] + 1);
        if (ending[1] != sessions.usual()) {
            throw json.refuse("ending", "to end with session " + sessions.usual() + ", the last, not " + ending[1]);
        }
        return new Phases(initial[1], middle[1], ending[1]);
    }

    private static void follows(LocatedJson json, String name, int is, int expected) {
        if (is != expected) {
            throw json.refuse(name, "to begin with session " + expected + ", not " + is);
        }
    }

    private static List<Asked> measures(LocatedJson json, Sessions sessions) {
        List<Asked> measures = new ArrayList<>();
        for (LocatedJson one : json.objects("measures")) {
            Asked asked = new Asked(
                    one.oneOf("instrument", Instruments.bundledIds()),
                    rhythm(one, sessions),
                    one.optionalText("otherwise", 40));
            if (asked.otherwise().isPresent()
                    && !Instruments.bundledIds().contains(asked.otherwise().get())) {
                throw one.refuse("otherwise", String.join(" or ", Instruments.bundledIds()));
            }
            one.nothingElse();
            measures.add(asked);
        }
        if (measures.isEmpty()) {
            throw json.refuse("measures", "one measure at least");
        }
        return measures;
    }

    /** A number is a step; a list names sessions, and "last" is whichever will be the last. */
    private static Rhythm rhythm(LocatedJson asked, Sessions sessions) {
        if (!asked.has("sessions")) {
            return new Rhythm.Every(asked.whole("every", 1, MOST_SESSIONS));
        }
        if (asked.has("every")) {
            throw asked.refuse("every", "either every so many or the sessions by name, not both");
        }
        String expected = "sessions from 1 to " + sessions.to() + " or \"last\", one at least and each once";
        List<Object> named = asked.each(
                "sessions", expected, is -> is instanceof Integer n ? n >= 1 && n <= sessions.to() : "last".equals(is));
        List<Integer> numbers = named.stream()
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .toList();
        return new Rhythm.At(numbers, numbers.size() < named.size());
    }

    private static List<String> areas(LocatedJson json, Set<String> known) {
        List<String> areas = json.texts("areas", 60);
        for (String area : areas) {
            if (!known.contains(area)) {
                throw json.refuse("areas", "problem areas among " + String.join(", ", known) + ", not '" + area + "'");
            }
        }
        if (areas.isEmpty() || new HashSet<>(areas).size() != areas.size()) {
            throw json.refuse("areas", "one problem area at least, and each once");
        }
        return areas;
    }

    private static Map<Where, List<AgendaItem>> bySession(LocatedJson json, Sessions sessions, Set<String> keys) {
        Map<Where, List<AgendaItem>> bySession = new TreeMap<>();
        for (String key : json.names()) {
            Where where = Where.read(key)
                    .filter(read -> lies(read, sessions))
                    .orElseThrow(() -> json.refuse(
                            key,
                            "the number of a session, 1 to " + sessions.to() + ", or middle, last, or last-1 to last-"
                                    + (sessions.usual() - 1)));
            bySession.put(where, items(json, key, keys));
        }
        return bySession;
    }

    private static boolean lies(Where where, Sessions sessions) {
        return where.number() <= (where.from() == Where.From.LAST ? sessions.usual() - 1 : sessions.to());
    }

    private static List<AgendaItem> items(LocatedJson json, String name, Set<String> keys) {
        List<AgendaItem> items = new ArrayList<>();
        for (LocatedJson one : json.objects(name)) {
            AgendaItem item = new AgendaItem(
                    one.text("key", KEY, "small letters, digits and hyphens"), one.text("text", LONGEST));
            if (!keys.add(item.key())) {
                throw one.refuse("key", "a key that is not used yet, not '" + item.key() + "'");
            }
            one.nothingElse();
            items.add(item);
        }
        return items;
    }

    static String write(Variant variant) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("id", variant.id());
        file.put("language", variant.language());
        file.put("name", variant.name());
        file.put("summary", variant.summary());
        file.put("source", variant.source());
        Sessions sessions = variant.sessions();
        file.put("sessions", ordered("usual", sessions.usual(), "from", sessions.from(), "to", sessions.to()));
        file.put(
                "minutes",
                ordered(
                        "first",
                        variant.minutes().first(),
                        "others",
                        variant.minutes().others()));
        file.put("everyWeeks", variant.everyWeeks());
        Map<String, Object> phases = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            phases.put(
                    lower(phase),
                    List.of(variant.phases().from(phase), variant.phases().to(phase)));
        }
        phases.put("otherLengths", lower(variant.otherLengths()));
        file.put("phases", phases);
        file.put("endingSaidWithLeft", variant.endingSaidWithLeft());
        file.put("measures", variant.measures().stream().map(VariantFile::asked).toList());
        file.put("areas", variant.areas());
        Map<String, Object> agenda = new LinkedHashMap<>();
        agenda.put("every", items(variant.always()));
        for (Phase phase : Phase.values()) {
            agenda.put(lower(phase), items(variant.byPhase().getOrDefault(phase, List.of())));
        }
        Map<String, Object> bySession = new LinkedHashMap<>();
        new TreeMap<>(variant.bySession()).forEach((where, items) -> bySession.put(where.key(), items(items)));
        agenda.put("sessions", bySession);
        file.put("agenda", agenda);
        file.put("differs", variant.differs());
        file.put("askHoursBefore", variant.askHoursBefore());
        return JSON.writeValueAsString(file) + "\n";
    }

    private static Map<String, Object> asked(Asked asked) {
        Map<String, Object> written = ordered("instrument", asked.instrument());
        switch (asked.rhythm()) {
            case Rhythm.Every every -> written.put("every", every.sessions());
            case Rhythm.At at -> written.put("sessions", named(at));
        }
        asked.otherwise().ifPresent(other -> written.put("otherwise", other));
        return written;
    }

    private static List<Object> named(Rhythm.At at) {
        List<Object> named = new ArrayList<>(at.sessions());
        if (at.last()) {
            named.add("last");
        }
        return named;
    }

    private static List<Map<String, Object>> items(List<AgendaItem> items) {
        return items.stream()
                .map(item -> ordered("key", item.key(), "text", item.text()))
                .toList();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i].toString(), pairs[i + 1]);
        }
        return ordered;
    }
}
