package tombolo.timeline.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.inventory.Names;
import tombolo.timeline.Entry;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.Involved;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.RoleBar;
import tombolo.timeline.SaidElsewhere.Saying;
import tombolo.timeline.SpokenDate;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Words;
import tombolo.ui.Errors;

/** What is typed and ticked about one thing on the timeline. */
public final class EntryForm {
    private static final int LONGEST_NAME = Names.LONGEST;

    /** What a form can be about: how it felt, what happened, or a role. */
    public enum Sort {
        MARK,
        EVENT,
        ROLE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Sort> of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(sort -> sort.key().equals(key))
                    .findFirst();
        }
    }

    private final Sort sort;
    private final MultiValueMap<String, String> fields;
    private final Errors errors = new Errors();

    EntryForm(Sort sort, MultiValueMap<String, String> fields) {
        this.sort = sort;
        this.fields = fields;
    }

    static EntryForm blank(Sort sort) {
        return new EntryForm(sort, new LinkedMultiValueMap<>());
    }

    /** With what was said elsewhere: as the time where it names one, otherwise as it was said. */
    static EntryForm begun(Saying said, LocalDate today) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        String words = said.words();
        boolean isShort = words.length() <= Words.LONGEST && !words.contains("\n");
        fields.set("kind", said.turn().key());
        if (isShort && SpokenDate.heard(words, today).date().isPresent()) {
            fields.set("when", words);
        } else {
            fields.set(isShort ? "what" : "more", words.substring(0, Math.min(words.length(), Words.MOST)));
        }
        return new EntryForm(Sort.MARK, fields);
    }

    static EntryForm of(Entry entry) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("when", entry.when().typed());
        fields.set("what", entry.words().what());
        fields.set("more", entry.words().more());
        fields.set("mood", entry.mood().map(String::valueOf).orElse(""));
        entry.words()
                .people()
                .forEach(one -> fields.add("people", one.who().value().toString()));
        return switch (entry) {
            case SymptomMark mark -> {
                fields.set("kind", mark.turn().key());
                yield new EntryForm(Sort.MARK, fields);
            }
            case LifeEvent event -> {
                fields.set("kind", event.kind().key());
                yield new EntryForm(Sort.EVENT, fields);
            }
            case RoleBar role -> {
                fields.set("until", role.until().map(FuzzyDate::typed).orElse(""));
                yield new EntryForm(Sort.ROLE, fields);
            }
        };
    }

    public Sort sort() {
        return sort;
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Whether somebody from the circles is ticked. */
    public boolean has(String id) {
        return fields.getOrDefault("people", List.of()).contains(id);
    }

    /** Somebody who is not on the circles yet. */
    String someone() {
        return Names.tidy(value("someone"));
    }

    Errors errors() {
        return errors;
    }

    /** The thing as it was told; empty where something still has to be put right. */
    Optional<Entry> entry(LocalDate today, List<Involved> people) {
        Optional<FuzzyDate> when = time("when", today);
        Optional<FuzzyDate> until =
                sort == Sort.ROLE && !value("until").isEmpty() ? time("until", today) : Optional.empty();
        check(when, until);
        if (!errors.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        Words words = new Words(value("what"), value("more"), people);
        return Optional.of(
                switch (sort) {
                    case MARK ->
                        SymptomMark.of(
                                when.get(), chosen(SymptomMark.Turn.values()).orElseThrow(), mood(), words);
                    case EVENT ->
                        LifeEvent.of(when.get(), chosen(LifeEvent.Kind.values()).orElseThrow(), mood(), words);
                    case ROLE -> RoleBar.of(when.get(), until.orElse(null), words);
                });
    }

    private Optional<FuzzyDate> time(String field, LocalDate today) {
        SpokenDate.Heard heard = SpokenDate.heard(value(field), today);
        heard.wrong()
                .ifPresent(wrong ->
                        errors.add(field, wrong.key(), wrong.arguments().toArray()));
        return heard.date();
    }

    private void check(Optional<FuzzyDate> when, Optional<FuzzyDate> until) {
        if (until.isPresent()
                && when.isPresent()
                && until.get().last().isBefore(when.get().first())) {
            errors.add("until", "timeline.form.until.before");
        }
        boolean isChosen = switch (sort) {
            case MARK -> chosen(SymptomMark.Turn.values()).isPresent();
            case EVENT -> chosen(LifeEvent.Kind.values()).isPresent();
            case ROLE -> true;
        };
        if (!isChosen) {
            errors.add("kind", "timeline.form.kind.none");
        }
        if (sort != Sort.MARK && value("what").isEmpty()) {
            errors.add("what", "timeline.form.what.none");
        }
        if (value("what").length() > Words.LONGEST) {
            errors.add("what", "timeline.form.long", Words.LONGEST);
        }
        if (value("more").length() > Words.MOST) {
            errors.add("more", "timeline.form.long", Words.MOST);
        }
        if (Names.isTooLong(someone())) {
            errors.add("someone", "timeline.form.long", LONGEST_NAME);
        }
        if (!value("mood").matches("|\\d|10")) {
            errors.add("mood", "timeline.form.mood.wrong");
        }
    }

    private <E extends Enum<E>> Optional<E> chosen(E[] values) {
        return Arrays.stream(values)
                .filter(one -> one.name().toLowerCase(java.util.Locale.ROOT).equals(value("kind")))
                .findFirst();
    }

    private @Nullable Integer mood() {
        return sort == Sort.ROLE || value("mood").isEmpty() ? null : Integer.valueOf(value("mood"));
    }

    /** Those ticked, of those there are to tick. */
    List<Involved> ticked(List<Involved> choices) {
        List<Involved> ticked = new ArrayList<>();
        choices.stream().filter(one -> has(one.who().value().toString())).forEach(ticked::add);
        return ticked;
    }
}
