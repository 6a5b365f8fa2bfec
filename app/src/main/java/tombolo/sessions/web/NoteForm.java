package tombolo.sessions.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tombolo.inventory.RelationshipId;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNote.Agreed;
import tombolo.sessions.SessionNote.Missing;
import tombolo.sessions.SessionNote.Safety;
import tombolo.sessions.SessionNote.Words;
import tombolo.ui.Draft;
import tombolo.ui.Errors;
import tombolo.vault.Confidential;

/** What is typed into a session note. Every tick has a name of its own, so that nothing is lost from a draft kept meanwhile. */
public final class NoteForm {
    static final List<String> TEXTS = List.of("since", "focus", "decided", "safetyWords", "privately");
    static final List<String> TECHNIQUES = List.of("technique", "technique2");

    /** Each field that is words, and what it is called. */
    static final Map<String, String> LABELS = labels();

    /** The field that says which jotting the page was made with. */
    public static final String JOTTED = "jotted";

    private static final Set<String> NOT_TYPED = Set.of("seen", "whose", "act", JOTTED);
    private static final int LONGEST_TRY = 200;

    private final Map<String, String> fields;

    NoteForm(Map<String, String> fields) {
        this.fields = fields;
    }

    static NoteForm of(SessionNote note) {
        Words words = note.words();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("since", words.since());
        words.cameUp().forEach(who -> fields.put("who-" + who.value(), "true"));
        fields.put("focus", words.focus());
        put(fields, words.techniques().stream().sorted().toList());
        fields.put("decided", words.decided());
        for (int i = 0; i < words.tries().size(); i++) {
            Agreed tried = words.tries().get(i);
            fields.put("try" + i, tried.what());
            fields.put("with" + i, tried.with().map(it -> it.value().toString()).orElse(""));
            fields.put("when" + i, tried.when());
        }
        fields.put("safety", words.safety().map(Enum::name).orElse(""));
        fields.put("safetyWords", words.safetyWords());
        if (words.timeLeftSaid()) {
            fields.put("timeLeft", "true");
        }
        fields.put("privately", note.privately().map(Confidential::words).orElse(""));
        return new NoteForm(fields);
    }

    private static void put(Map<String, String> fields, List<String> techniques) {
        for (int i = 0; i < Math.min(techniques.size(), TECHNIQUES.size()); i++) {
            fields.put(TECHNIQUES.get(i), techniques.get(i));
        }
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        return fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    public boolean has(String field) {
        return !value(field).isEmpty();
    }

    /** Every field as it was sent, so that a page can carry it on. */
    public Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>();
        fields.forEach((name, typed) -> {
            if (!name.startsWith("_") && !NOT_TYPED.contains(name)) {
                carried.put(name, typed);
            }
        });
        return carried;
    }

    Errors errors() {
        Errors errors = new Errors();
        TEXTS.stream()
                .filter(field -> value(field).length() > SessionNote.LONGEST)
                .forEach(field -> errors.add(field, "sessions.desk.note.long", SessionNote.LONGEST));
        for (int i = 0; i < Words.MOST_TRIES; i++) {
            if (value("try" + i).length() > LONGEST_TRY || value("when" + i).length() > LONGEST_TRY) {
                errors.add("try" + i, "sessions.desk.note.long", LONGEST_TRY);
            }
        }
        return errors;
    }

    Errors toSign(List<Missing> missing) {
        Errors errors = errors();
        missing.forEach(lacking -> {
            switch (lacking) {
                case SINCE -> errors.add("since", "sessions.desk.note.lacks.since");
                case SAFETY -> errors.add("safety", "sessions.desk.note.lacks.safety");
                case SAFETY_WORDS -> errors.add("safetyWords", "sessions.desk.note.lacks.safety-words");
            }
        });
        return errors;
    }

    /**
     * Nobody and nothing else can be slipped in, though whoever and whatever was in the note stays.
     *
     * @param circles who is on the circles now
     * @param offered what can be said to have been worked with
     */
    Words words(Set<RelationshipId> circles, List<String> offered, Words before) {
        Set<RelationshipId> known = new HashSet<>(circles);
        known.addAll(before.cameUp());
        before.tries().forEach(tried -> tried.with().ifPresent(known::add));
        List<RelationshipId> cameUp = known.stream()
                .filter(who -> has("who-" + who.value()))
                .sorted(Comparator.comparing(who -> who.value().toString()))
                .toList();
        Set<String> techniques = TECHNIQUES.stream()
                .map(this::value)
                .filter(word -> offered.contains(word) || before.techniques().contains(word))
                .collect(Collectors.toSet());
        return new Words(
                value("since"),
                cameUp,
                value("focus"),
                techniques,
                value("decided"),
                tries(known),
                one(Safety.class, value("safety")),
                value("safetyWords"),
                has("timeLeft"));
    }

    private List<Agreed> tries(Set<RelationshipId> known) {
        List<Agreed> tries = new ArrayList<>();
        for (int i = 0; i < Words.MOST_TRIES; i++) {
            if (has("try" + i)) {
                String with = value("with" + i);
                tries.add(new Agreed(
                        value("try" + i),
                        known.stream()
                                .filter(who -> who.value().toString().equals(with))
                                .findFirst(),
                        value("when" + i)));
            }
        }
        return tries;
    }

    Optional<Confidential> privately() {
        return has("privately") ? Optional.of(Confidential.of(value("privately"))) : Optional.empty();
    }

    /** The same with what was worked with, where nobody has said that yet. */
    NoteForm workedWith(List<String> techniques) {
        if (TECHNIQUES.stream().anyMatch(this::has)) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        put(all, techniques);
        return new NoteForm(all);
    }

    /** The same, with other words in the private part. */
    NoteForm jotted(String words) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("privately", words);
        return new NoteForm(all);
    }

    /**
     * The same with what was jotted down beside the note in the private part; as it stands where this form has shown that
     * before, so that what was crossed out does not come back.
     */
    NoteForm beside(Draft jotting) {
        String moment = jotting.savedAt().toString();
        if (value(JOTTED).equals(moment)) {
            return this;
        }
        String words = jotting.words().getOrDefault("privately", "");
        boolean stands = value("privately").contains(words.strip());
        Map<String, String> all = new LinkedHashMap<>((stands ? this : with(Map.of("privately", words))).fields);
        all.put(JOTTED, moment);
        return new NoteForm(all);
    }

    /**
     * The same, with what was jotted down meanwhile in the private part.
     *
     * @param was the private part the jotting began with
     * @param now the private part with it
     */
    NoteForm jottedSince(String was, String now) {
        String here = value("privately");
        if (here.contains(now)) {
            return this;
        }
        if (here.isEmpty() || here.equals(was)) {
            return jotted(now);
        }
        String more = now.startsWith(was) ? now.substring(was.length()).strip() : now;
        return jotted(here + "\n" + more);
    }

    /** The words of a note that was begun for somebody else, added to what stands here already: nothing is overwritten. */
    NoteForm with(Map<String, String> brought) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        TEXTS.forEach(field -> all.merge(
                field,
                brought.getOrDefault(field, "").strip(),
                (here, more) -> here.isBlank() ? more : more.isBlank() ? here : here + "\n" + more));
        List<String> tries = new ArrayList<>();
        for (int i = 0; i < Words.MOST_TRIES; i++) {
            tries.add(brought.getOrDefault("try" + i, "").strip());
        }
        String loose =
                String.join("\n", tries.stream().filter(it -> !it.isEmpty()).toList());
        if (!loose.isEmpty()) {
            all.merge("decided", loose, (here, more) -> here.isBlank() ? more : here + "\n" + more);
        }
        return new NoteForm(all);
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return EnumSet.allOf(type).stream().filter(it -> it.name().equals(name)).findFirst();
    }

    static Optional<UUID> id(String value) {
        return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(value))
                : Optional.empty();
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String field : List.of("since", "focus", "decided", "try0", "try1", "try2", "safetyWords", "privately")) {
            labels.put(field, "sessions.desk.note." + field);
        }
        labels.put("added", "sessions.desk.note.add");
        return labels;
    }
}
