package tombolo.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tombolo.timeline.SpokenDate;

/**
 * The day something is planned for, as far as its words tell it, seen from the day they were said: "on Saturday at ten",
 * "tomorrow", "12 December". It knows English, and takes nothing where the words name two days or none.
 */
final class DayAhead {
    private static final Pattern NO_ONE_DAY =
            Pattern.compile("\\b(before|until|till|by|after|from|every|each|most)\\b");

    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("monday", 1),
            Map.entry("mon", 1),
            Map.entry("tuesday", 2),
            Map.entry("tue", 2),
            Map.entry("tues", 2),
            Map.entry("wednesday", 3),
            Map.entry("wed", 3),
            Map.entry("thursday", 4),
            Map.entry("thu", 4),
            Map.entry("thurs", 4),
            Map.entry("friday", 5),
            Map.entry("fri", 5),
            Map.entry("saturday", 6),
            Map.entry("sat", 6),
            Map.entry("sunday", 7));

    private static final Pattern DATE =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (january|february|march|april|may"
                    + "|june|july|august|september|october|november|december)\\b(?! be\\b)");

    private DayAhead() {}

    /** @param said the day it was said on */
    static Optional<LocalDate> in(String words, LocalDate said) {
        String small = words.toLowerCase(Locale.ROOT);
        if (NO_ONE_DAY.matcher(small).find()) {
            return Optional.empty();
        }
        Matcher date = DATE.matcher(small);
        if (date.find()) {
            Optional<MonthDay> first = SpokenDate.yearly(date.group(1) + " " + date.group(2));
            return first.filter(day -> !date.find()).map(day -> next(day, said));
        }
        Set<LocalDate> days = new HashSet<>();
        Arrays.stream(small.split("[^a-z]+")).flatMap(word -> day(word, said)).forEach(days::add);
        return days.size() == 1 ? days.stream().findFirst() : Optional.empty();
    }

    private static Stream<LocalDate> day(String word, LocalDate said) {
        return switch (word) {
            case "today", "tonight" -> Stream.of(said);
            case "tomorrow" -> Stream.of(said.plusDays(1));
            default ->
                Stream.ofNullable(WEEKDAYS.get(word))
                        .map(weekday -> said.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday))));
        };
    }

    private static LocalDate next(MonthDay day, LocalDate said) {
        LocalDate thisYear = day.atYear(said.getYear());
        return thisYear.isBefore(said) ? day.atYear(said.getYear() + 1) : thisYear;
    }
}
