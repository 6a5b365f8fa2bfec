package tombolo.timeline;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days that come round each year, as somebody names several in one go: "her birthday 3 March, Christmas, the day he fell
 * ill". What tells no day and month is left to their words.
 *
 * @param days in the order in which they were named
 * @param others whether something was named beside them that is no such day
 */
public record DaysNamed(List<Named> days, boolean others) {
    /** As in "the 12th of June 2019". */
    private static final int MOST_WORDS = 4;

    private static final String A_MONTH = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}";

    /** One that ends something: in "12. June" it does not, in "June 12. Then" it does. */
    private static final String A_POINT =
            "(?:(?<!\\b\\d{1,2})|(?<=" + A_MONTH + "\\s\\d{1,2}))\\.\\s|(?<=\\b\\d{1,2})\\.\\s(?!" + A_MONTH + ")";

    private static final Pattern BETWEEN = Pattern.compile("[,;\n]|[!?]\\s|" + A_POINT + "|[.!?]$|\\s(?:and|&)\\s");
    private static final Pattern AT_ITS_ENDS = Pattern.compile("^[\\s\"“”‘(:–—-]+|[\\s\"“”’).:!?–—-]+$");
    private static final Pattern A_WORD = Pattern.compile(".*\\p{L}.*");

    /** In "March 3, 1950" it goes with the day before it. */
    private static final Pattern A_YEAR = Pattern.compile("\\d{4}");

    /** @param words in which it was named */
    public record Named(MonthDay day, String words) {
        /** Shows no word of it. */
        @Override
        public String toString() {
            return "a day that comes round";
        }
    }

    public DaysNamed {
        days = List.copyOf(days);
    }

    /** What is one day as it stands is no list: "Dec. 24". */
    public static DaysNamed in(String told) {
        String whole = told.strip();
        return SpokenDate.yearly(whole)
                .map(day -> new DaysNamed(List.of(new Named(day, whole)), false))
                .orElseGet(() -> several(told));
    }

    private static DaysNamed several(String told) {
        List<Named> days = new ArrayList<>();
        boolean others = false;
        String before = "";
        for (String part : parts(told)) {
            List<MonthDay> found = days(part);
            String words = A_WORD.matcher(before).matches() && isADayAlone(part) ? before + ", " + part : part;
            found.forEach(day -> days.add(new Named(day, words)));
            others |= !before.isEmpty() && words.equals(part);
            before = found.isEmpty() && !A_YEAR.matcher(part).matches() ? part : "";
        }
        return new DaysNamed(days, others || !before.isEmpty());
    }

    private static List<String> parts(String told) {
        return Stream.of(BETWEEN.split(told))
                .map(part -> AT_ITS_ENDS.matcher(part).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean isADayAlone(String part) {
        return SpokenDate.yearly(part).isPresent() && !SpokenDate.isFeast(part);
    }

    /** Those in one part, the most words that make a day together first. */
    private static List<MonthDay> days(String part) {
        List<String> words = List.of(part.split("\\s+"));
        List<MonthDay> days = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int most = Math.min(MOST_WORDS, words.size() - at);
            Optional<MonthDay> day = Optional.empty();
            int many = most + 1;
            while (day.isEmpty() && many > 1) {
                many--;
                day = SpokenDate.yearly(
                        String.join(" ", words.subList(at, at + many)).toLowerCase(Locale.ROOT));
            }
            day.ifPresent(days::add);
            at += day.isPresent() ? many : 1;
        }
        return days;
    }
}
