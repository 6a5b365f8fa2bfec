package tombolo.timeline;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time by the calendar, in figures or by the name of a month or a season: "12/3/2021", "March", "12 March 2021", "winter
 * 2020/21". Without a year it is the newest that is not to come.
 *
 * @param today the day it is read on
 */
record WrittenDate(LocalDate today) {
    static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.](\\d{4})");
    private static final Pattern WINTER = Pattern.compile("(\\d{4})[/–-](\\d{2}|\\d{4})");

    /** One word or several; empty where they are no date of the calendar. */
    Optional<FuzzyDate> read(List<String> words) {
        return words.size() == 1 ? numbers(words.getFirst()).or(() -> named(words)) : named(words);
    }

    private Optional<FuzzyDate> numbers(String word) {
        Matcher iso = ISO_DAY.matcher(word);
        if (iso.matches()) {
            return Optional.of(day(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher british = DAY_MONTH_YEAR.matcher(word);
        if (british.matches()) {
            return Optional.of(day(century(british.group(3)), number(british, 2), number(british, 1)));
        }
        Matcher month = MONTH_YEAR.matcher(word);
        if (month.matches()) {
            return Optional.of(FuzzyDate.month(YearMonth.of(number(month, 2), number(month, 1))));
        }
        return YEAR.matcher(word).matches() ? Optional.of(FuzzyDate.year(Integer.parseInt(word))) : Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static FuzzyDate day(int year, int month, int day) {
        return FuzzyDate.day(LocalDate.of(year, month, day));
    }

    /** Two figures are of this century unless that is still to come. */
    private int century(String figures) {
        int year = Integer.parseInt(figures);
        if (figures.length() == 4) {
            return year;
        }
        int here = today.getYear() / 100 * 100 + year;
        return here > today.getYear() ? here - 100 : here;
    }

    /** March, March 2021, 12 March 2021, March 12 2021, summer 2021, winter 2020/21. */
    private Optional<FuzzyDate> named(List<String> words) {
        Month month = null;
        Integer season = null;
        Integer year = null;
        Integer day = null;
        boolean intoNext = false;
        for (String word : words) {
            String figures = word.replaceAll("(?<=\\d)(st|nd|rd|th)$", "");
            if (month == null && season == null && month(word) != null) {
                month = month(word);
            } else if (month == null && season == null && season(word) >= 0) {
                season = season(word);
            } else if (year == null && YEAR.matcher(word).matches()) {
                year = Integer.valueOf(word);
            } else if (year == null && winter(word)) {
                year = Integer.valueOf(word.substring(0, 4));
                intoNext = true;
            } else if (day == null && figures.matches("\\d{1,2}")) {
                day = Integer.valueOf(figures);
            } else {
                return Optional.empty();
            }
        }
        if (season != null) {
            return day == null && (!intoNext || season == 3) ? Optional.of(season(season, year)) : Optional.empty();
        }
        if (month == null || intoNext) {
            return Optional.empty();
        }
        return Optional.of(day == null ? ofMonth(month, year) : ofDay(day, month, year));
    }

    private FuzzyDate ofMonth(Month month, @Nullable Integer year) {
        FuzzyDate thisYear = FuzzyDate.month(YearMonth.of(year == null ? today.getYear() : year, month));
        return year == null && thisYear.first().isAfter(today)
                ? FuzzyDate.month(YearMonth.of(today.getYear() - 1, month))
                : thisYear;
    }

    private FuzzyDate ofDay(int day, Month month, @Nullable Integer year) {
        FuzzyDate thisYear = day(year == null ? today.getYear() : year, month.getValue(), day);
        return year == null && thisYear.first().isAfter(today)
                ? day(today.getYear() - 1, month.getValue(), day)
                : thisYear;
    }

    /** A winter that has not begun yet was the one before. */
    private FuzzyDate season(int season, @Nullable Integer year) {
        Month begins = Month.of(season * 3 + 3);
        FuzzyDate said = FuzzyDate.season(year == null ? today.getYear() : year, begins);
        boolean before = said.first().isAfter(today) && (year == null || season == 3);
        return before ? FuzzyDate.season(said.first().getYear() - 1, begins) : said;
    }

    private static @Nullable Month month(String word) {
        String plain = word.replace(".", "");
        return Arrays.stream(Month.values())
                .filter(month -> plain.equals(name(month))
                        || plain.equals(name(month).substring(0, 3))
                        || plain.equals("sept") && month == Month.SEPTEMBER)
                .findFirst()
                .orElse(null);
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.ROOT);
    }

    private static int season(String word) {
        return word.equals("fall") ? 2 : SpokenDate.SEASONS.indexOf(word);
    }

    private static boolean winter(String word) {
        Matcher found = WINTER.matcher(word);
        return found.matches() && found.group(2).endsWith(String.format("%02d", (number(found, 1) + 1) % 100));
    }
}
