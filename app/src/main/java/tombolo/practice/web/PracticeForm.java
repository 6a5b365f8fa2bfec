package tombolo.practice.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tombolo.practice.Practice;
import tombolo.ui.Errors;
import tombolo.vault.AccountId;

/** What a manager typed about the practice, as it came. */
record PracticeForm(
        @Nullable String name,
        @Nullable String word,
        @Nullable String phone,
        @Nullable String zone,
        @Nullable String answerDays,
        @Nullable List<String> openDays,
        @Nullable String answeredBy,
        @Nullable String cover,
        @Nullable String _v) {
    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 30;

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    Set<String> days() {
        return openDays == null ? Set.of() : Set.copyOf(openDays);
    }

    int version() {
        return number(_v).orElse(0);
    }

    /** The practice as it would be, or nothing, and then the errors say why. */
    Optional<Practice> applied(Practice now, Set<AccountId> working, Errors errors) {
        if (text(name).isEmpty() || text(name).length() > LONGEST) {
            errors.add("name", "practice.set-up.error.practice");
        }
        if (text(word).isEmpty() || text(word).length() > LONGEST) {
            errors.add("word", "practice.set-up.error.word");
        }
        if (!text(phone).isEmpty() && !text(phone).matches("[+0-9() -]{5,30}")) {
            errors.add("phone", "practice.error.phone");
        }
        Optional<ZoneId> where = where();
        if (where.isEmpty()) {
            errors.add("zone", "practice.set-up.error.zone");
        }
        Optional<Integer> days = number(answerDays).filter(count -> count >= 1 && count <= MOST_DAYS);
        if (days.isEmpty()) {
            errors.add("answerDays", "practice.error.answerDays");
        }
        Set<DayOfWeek> open = open();
        if (open.isEmpty()) {
            errors.add("openDays", "practice.error.openDays");
        }
        Optional<AccountId> answers = colleague(answeredBy, working);
        if (answers.isEmpty()) {
            errors.add("answeredBy", "practice.error.answeredBy");
        }
        Optional<AccountId> covers = colleague(cover, working);
        if (covers.isPresent() && covers.equals(answers)) {
            errors.add("cover", "practice.error.cover");
        }
        return errors.isEmpty()
                ? Optional.of(new Practice(
                        now.id(),
                        text(name),
                        text(word).toLowerCase(Locale.ROOT),
                        Optional.of(text(phone)).filter(it -> !it.isEmpty()),
                        where.orElseThrow(),
                        now.country(),
                        open,
                        now.closedDays(),
                        days.orElseThrow(),
                        answers.orElseThrow(),
                        covers,
                        version()))
                : Optional.empty();
    }

    private Optional<ZoneId> where() {
        try {
            return Optional.of(ZoneId.of(text(zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Set<DayOfWeek> open() {
        Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days().contains(day.name())) {
                open.add(day);
            }
        }
        return open;
    }

    private static Optional<AccountId> colleague(@Nullable String typed, Set<AccountId> working) {
        try {
            return Optional.of(new AccountId(UUID.fromString(text(typed)))).filter(working::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(@Nullable String typed) {
        return text(typed).matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text(typed))) : Optional.empty();
    }
}
