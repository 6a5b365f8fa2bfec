package tombolo.timeline;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Locale;
import tombolo.ui.Frame;

/**
 * A time as people remember it: a day, a month, a season, a part of a year or a year, and sometimes only about then. It
 * never claims to be more exact than what was said.
 *
 * @param first the first day of the time that was said
 */
public record FuzzyDate(LocalDate first, Precision precision, boolean about) implements Comparable<FuzzyDate> {
    private static final Comparator<FuzzyDate> ORDER = Comparator.comparing(FuzzyDate::middle)
            .thenComparing(FuzzyDate::first)
            .thenComparing(FuzzyDate::precision)
            .thenComparing(FuzzyDate::about);

    /** How exactly a time was said; months in it, 0 for a day. */
    public enum Precision {
        DAY(0),
        MONTH(1),
        /** Winter is named after the year it begins in, and runs into the next. */
        SEASON(3),
        /** The early, the middle or the late part of a year. */
        THIRD(4),
        YEAR(12);

        private final int months;

        Precision(int months) {
            this.months = months;
        }
    }

    public FuzzyDate {
        if (!begins(first, precision)) {
            throw new IllegalArgumentException("No " + precision + " begins on " + first);
        }
    }

    private static boolean begins(LocalDate first, Precision precision) {
        int month = first.getMonthValue();
        return switch (precision) {
            case DAY -> true;
            case MONTH -> first.getDayOfMonth() == 1;
            case SEASON -> first.getDayOfMonth() == 1 && month % 3 == 0;
            case THIRD -> first.getDayOfMonth() == 1 && month % 4 == 1;
            case YEAR -> first.getDayOfYear() == 1;
        };
    }

    public static FuzzyDate day(LocalDate day) {
        return new FuzzyDate(day, Precision.DAY, false);
    }

    public static FuzzyDate month(YearMonth month) {
        return new FuzzyDate(month.atDay(1), Precision.MONTH, false);
    }

    /** The season that begins in March, June, September or December of a year. */
    public static FuzzyDate season(int year, Month begins) {
        return new FuzzyDate(LocalDate.of(year, begins, 1), Precision.SEASON, false);
    }

    public static FuzzyDate year(int year) {
        return new FuzzyDate(LocalDate.of(year, 1, 1), Precision.YEAR, false);
    }

    /** About then; it may have been a little before or after. */
    public FuzzyDate roughly() {
        return new FuzzyDate(first, precision, true);
    }

    /** The last day of the time that was said. */
    public LocalDate last() {
        return precision == Precision.DAY
                ? first
                : first.plusMonths(precision.months).minusDays(1);
    }

    /** Where it lies among other times, and on a picture. */
    public LocalDate middle() {
        return LocalDate.ofEpochDay(Math.floorDiv(first.toEpochDay() + last().toEpochDay(), 2));
    }

    @Override
    public int compareTo(FuzzyDate other) {
        return ORDER.compare(this, other);
    }

    /** As it is read: about March 2026. */
    public String in(Frame frame) {
        String said = exactly(frame);
        return about ? frame.t("timeline.date.about", said) : said;
    }

    private String exactly(Frame frame) {
        String year = String.valueOf(first.getYear());
        Locale locale = Locale.forLanguageTag(frame.lang());
        String month = first.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return switch (precision) {
            case DAY -> frame.t("timeline.date.day", String.valueOf(first.getDayOfMonth()), month, year);
            case MONTH -> frame.t("timeline.date.month", month, year);
            case SEASON -> frame.t("timeline.date.season." + first.getMonthValue() / 3, year, next(year));
            case THIRD -> frame.t("timeline.date.third." + (first.getMonthValue() / 4 + 1), year);
            case YEAR -> year;
        };
    }

    /** The year a winter runs into, as short as it is written: 2021–22. */
    private static String next(String year) {
        String next = String.valueOf(Integer.parseInt(year) + 1);
        return next.endsWith("00") ? next : next.substring(2);
    }

    /** As it can be typed again. */
    public String typed() {
        String year = String.valueOf(first.getYear());
        String month = first.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
        String exactly = switch (precision) {
            case DAY -> first.getDayOfMonth() + " " + month + " " + year;
            case MONTH -> month + " " + year;
            case SEASON ->
                SpokenDate.SEASONS.get(first.getMonthValue() / 3 - 1) + " " + year
                        + (first.getMonth() == Month.DECEMBER ? "–" + next(year) : "");
            case THIRD -> SpokenDate.THIRDS.get(first.getMonthValue() / 4) + " " + year;
            case YEAR -> year;
        };
        return about ? "about " + exactly : exactly;
    }
}
