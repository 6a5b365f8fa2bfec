package tombolo.messages.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import tombolo.messages.Wish;
import tombolo.ui.Errors;

/** When somebody wants to be written to, as it was typed and ticked. */
public record WishForm(String from, String until, List<String> days, boolean reminders) {

    static WishForm of(Wish wish) {
        return new WishForm(
                wish.from().toString(),
                wish.until().toString(),
                wish.days().stream().map(DayOfWeek::name).toList(),
                wish.reminders());
    }

    static WishForm of(MultiValueMap<String, String> posted) {
        return new WishForm(
                typed(posted, "from"),
                typed(posted, "until"),
                List.copyOf(posted.getOrDefault("days", List.of())),
                posted.containsKey("reminders"));
    }

    private static String typed(MultiValueMap<String, String> posted, String field) {
        String value = posted.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** The wish, or nothing, and then the errors say why. */
    Optional<Wish> wish(Errors errors) {
        Optional<LocalTime> begins = time(from);
        Optional<LocalTime> ends = time(until);
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(day.name()))
                .forEach(chosen::add);
        if (begins.isEmpty()) {
            errors.add("from", "messages.wish.error.time");
        }
        if (ends.isEmpty()) {
            errors.add("until", "messages.wish.error.time");
        } else if (begins.isPresent() && !begins.get().isBefore(ends.get())) {
            errors.add("until", "messages.wish.error.until");
        }
        if (chosen.isEmpty()) {
            errors.add("days", "messages.wish.error.days");
        }
        return errors.isEmpty()
                ? Optional.of(new Wish(begins.orElseThrow(), ends.orElseThrow(), chosen, reminders))
                : Optional.empty();
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed).withSecond(0).withNano(0));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
