package tombolo.timeline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tombolo.timeline.FuzzyDate.Precision;
import tombolo.ui.Said;

/**
 * Understands a time as somebody types it: "summer 2021", "about March", "12/3/2021", "two years ago", "last
 * Tuesday". What it cannot take it refuses with a word that helps; it never guesses a day out of nonsense.
 */
public final class SpokenDate {
    static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    static final List<String> THIRDS = List.of("early", "mid", "late");

    /** So that 29 February is a day as well. */
    private static final LocalDate IN_A_LEAP_YEAR = LocalDate.of(2000, 12, 31);

    private static final int EARLIEST = 1900;
    private static final int LONGEST = 60;

    /** As in "on the evening of 12 June". */
    private static final int MOST_TOGETHER = 5;

    private static final Set<String> ABOUT = Set.of(
            "about",
            "around",
            "roughly",
            "approximately",
            "approx",
            "circa",
            "ca",
            "c",
            "maybe",
            "perhaps",
            "probably",
            "sometime",
            "some",
            "time",
            "near",
            "nearly",
            "almost");
    private static final Set<String> NOTHING = Set.of("in", "on", "the", "of", "since", "from", "it", "was");
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Map<String, Integer> SOME = Map.of("couple", 2, "few", 3);
    /** Days with a name that lie on the same day each year. */
    private static final Map<String, MonthDay> FEASTS = Map.of(
            "christmas eve", MonthDay.of(12, 24),
            "christmas", MonthDay.of(12, 25),
            "christmas day", MonthDay.of(12, 25),
            "boxing day", MonthDay.of(12, 26),
            "new year's eve", MonthDay.of(12, 31),
            "hogmanay", MonthDay.of(12, 31),
            "new year", MonthDay.of(1, 1),
            "new year's day", MonthDay.of(1, 1),
            "valentine's day", MonthDay.of(2, 14));

    private static final Set<String> PARTS_OF_A_DAY = Set.of("morning", "afternoon", "evening", "night");

    private final String typed;
    private final LocalDate today;
    private final WrittenDate written;

    private SpokenDate(String typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
        this.written = new WrittenDate(today);
    }

    /** What was understood, or what to say about it: one of the two. */
    public record Heard(Optional<FuzzyDate> date, Optional<Said> wrong) {}

    public static Heard heard(String typed, LocalDate today) {
        return new SpokenDate(typed.strip(), today).heard();
    }

    /**
     * The day that comes round each year, as somebody types it: "12 June", "12 June 2019", "Christmas Eve". Empty where it is no
     * such day.
     */
    public static Optional<MonthDay> yearly(String typed) {
        return Optional.ofNullable(FEASTS.get(feast(typed))).or(() -> dated(typed));
    }

    /** Whether it is such a day by its name. */
    static boolean isFeast(String typed) {
        return FEASTS.containsKey(feast(typed));
    }

    private static String feast(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static Optional<MonthDay> dated(String typed) {
        SpokenDate spoken = new SpokenDate(typed.strip(), IN_A_LEAP_YEAR);
        try {
            return spoken.written
                    .read(spoken.words())
                    .filter(date -> date.precision() == Precision.DAY)
                    .map(date -> MonthDay.from(date.first()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The first time that is told among other words, the most words that make one together: "on Tuesday in the kitchen". */
    public static Optional<FuzzyDate> in(String told, LocalDate today) {
        return said(told, today).map(Within::when);
    }

    /** A time among other words, and those of them that say when. */
    public record Within(String words, FuzzyDate when) {
        /** Shows no word of it. */
        @Override
        public String toString() {
            return "a time told";
        }
    }

    /** The same, with those words. */
    public static Optional<Within> said(String told, LocalDate today) {
        List<String> words = List.of(told.strip().split("[\\s,;()“”\"]+|[.!?:](?=\\s|$)"));
        for (int from = 0; from < words.size(); from++) {
            for (int to = Math.min(words.size(), from + MOST_TOGETHER); to > from; to--) {
                SpokenDate some = new SpokenDate(String.join(" ", words.subList(from, to)), today);
                Optional<FuzzyDate> when =
                        some.isMoreThanAWordByChance() ? some.heard().date() : Optional.empty();
                if (when.isPresent()) {
                    return Optional.of(new Within(String.join(" ", some.words()), when.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** "Sat", "sun" or "may" alone may be no time at all. */
    private boolean isMoreThanAWordByChance() {
        List<String> words = words();
        return words.size() > 1
                || words.size() == 1 && (words.getFirst().matches("(yester|to|\\p{L}{3,6})day|tonight|\\d.*\\d"));
    }

    private Heard heard() {
        if (typed.isEmpty()) {
            return wrong("timeline.when.none");
        }
        if (typed.length() > LONGEST) {
            return wrong("timeline.when.long");
        }
        try {
            return understood().map(this::checked).orElseGet(() -> wrong("timeline.when.unread", typed));
        } catch (DateTimeException noSuchDay) {
            return wrong("timeline.when.no-such-day", typed);
        }
    }

    private Heard checked(FuzzyDate date) {
        if (date.first().isAfter(today)) {
            return wrong("timeline.when.future");
        }
        if (date.first().getYear() < EARLIEST) {
            return wrong("timeline.when.early", String.valueOf(EARLIEST));
        }
        return new Heard(Optional.of(date), Optional.empty());
    }

    private static Heard wrong(String key, Object... arguments) {
        return new Heard(Optional.empty(), Optional.of(Said.of(key, arguments)));
    }

    private Optional<FuzzyDate> understood() {
        boolean roughly = typed.contains("?") || typed.contains("~") || spoken().anyMatch(ABOUT::contains);
        return understood(words()).map(date -> roughly ? date.roughly() : date);
    }

    /** Every word there is, without what stands between them. */
    private Stream<String> spoken() {
        String plain =
                typed.toLowerCase(Locale.ROOT).replaceAll("[,;!?~]|(?<=c)\\.(?=\\s|\\d)|(?<=\\d)\\.(?=\\s)", " ");
        return Stream.of(plain.strip().split("\\s+"));
    }

    /** Those that say when. */
    private List<String> words() {
        return spoken().filter(word -> !ABOUT.contains(word) && !NOTHING.contains(word) && !word.isEmpty())
                .toList();
    }

    private Optional<FuzzyDate> understood(List<String> words) {
        if (words.size() == 1) {
            return oneWord(words.getFirst());
        }
        if (words.size() > 1 && PARTS_OF_A_DAY.contains(words.getLast()) && part(words) < 0) {
            return partOfADay(words.subList(0, words.size() - 1), words.getLast());
        }
        if (words.equals(List.of("day", "before", "yesterday"))) {
            return Optional.of(FuzzyDate.day(today.minusDays(2)));
        }
        if (words.size() > 1 && weekday(words.getFirst()) != null) {
            return onThatWeekday(weekday(words.getFirst()), words.subList(1, words.size()));
        }
        if (words.size() > 1 && words.getLast().equals("ago")) {
            return ago(words.subList(0, words.size() - 1));
        }
        if (words.size() == 2
                && (words.getFirst().equals("last") || words.getFirst().equals("this"))) {
            return lastOrThis(words.getFirst().equals("last"), words.getLast());
        }
        if (words.size() > 2
                && words.getLast().equals("year")
                && (words.get(words.size() - 2).equals("last")
                        || words.get(words.size() - 2).equals("this"))) {
            return understood(ofTheYear(words));
        }
        int third = part(words);
        return third >= 0 ? partOf(third, words.subList(1, words.size())) : written.read(words);
    }

    /** Last night, this morning, Tuesday evening: the day. */
    private Optional<FuzzyDate> partOfADay(List<String> words, String part) {
        if (words.equals(List.of("this"))) {
            return Optional.of(FuzzyDate.day(today));
        }
        if (words.equals(List.of("last"))) {
            return part.equals("night") || part.equals("evening")
                    ? Optional.of(FuzzyDate.day(today.minusDays(1)))
                    : Optional.empty();
        }
        return understood(words).filter(date -> date.precision() == Precision.DAY);
    }

    /** A day that is told with its weekday, where it is one. */
    private Optional<FuzzyDate> onThatWeekday(@Nullable DayOfWeek weekday, List<String> words) {
        return understood(words)
                .filter(date ->
                        date.precision() == Precision.DAY && date.first().getDayOfWeek() == weekday);
    }

    /** The nearest before today: what is today is called today. */
    private FuzzyDate before(DayOfWeek weekday) {
        return FuzzyDate.day(today.with(TemporalAdjusters.previous(weekday)));
    }

    private static @Nullable DayOfWeek weekday(String word) {
        String plain = word.replace(".", "");
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> plain.length() > 2
                        && day.getDisplayName(TextStyle.FULL, Locale.UK)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(plain))
                .findFirst()
                .orElse(null);
    }

    /** June this year, summer last year: the year in figures. */
    private List<String> ofTheYear(List<String> words) {
        int from = words.size() - 2;
        List<String> figures = new ArrayList<>(words.subList(0, from));
        figures.add(String.valueOf(today.getYear() - (words.get(from).equals("last") ? 1 : 0)));
        return figures;
    }

    private Optional<FuzzyDate> oneWord(String word) {
        switch (word) {
            case "today", "now", "tonight" -> {
                return Optional.of(FuzzyDate.day(today));
            }
            case "yesterday" -> {
                return Optional.of(FuzzyDate.day(today.minusDays(1)));
            }
            default -> {
                return written.read(List.of(word))
                        .or(() -> Optional.ofNullable(weekday(word)).map(this::before));
            }
        }
    }

    private static int part(List<String> words) {
        return words.isEmpty()
                ? -1
                : switch (words.getFirst()) {
                    case "early", "beginning", "start" -> 0;
                    case "mid", "middle" -> 1;
                    case "late", "end" -> 2;
                    default -> -1;
                };
    }

    /** Part of a year is kept as said; part of anything shorter is about then. */
    private Optional<FuzzyDate> partOf(int third, List<String> words) {
        if (words.size() == 1 && WrittenDate.YEAR.matcher(words.getFirst()).matches()) {
            LocalDate first = LocalDate.of(Integer.parseInt(words.getFirst()), third * 4 + 1, 1);
            return Optional.of(new FuzzyDate(first, Precision.THIRD, false));
        }
        return understood(words).map(FuzzyDate::roughly);
    }

    /** Last Tuesday may be the one before for some. */
    private Optional<FuzzyDate> lastOrThis(boolean last, String what) {
        int back = last ? 1 : 0;
        return switch (what) {
            case "year" -> Optional.of(FuzzyDate.year(today.getYear() - back));
            case "month" -> Optional.of(FuzzyDate.month(YearMonth.from(today).minusMonths(back)));
            case "week" -> Optional.of(FuzzyDate.day(today.minusWeeks(back)).roughly());
            default ->
                written.read(List.of(what))
                        .or(() -> Optional.ofNullable(weekday(what))
                                .map(this::before)
                                .map(day -> last ? day.roughly() : day));
        };
    }

    private Optional<FuzzyDate> ago(List<String> said) {
        boolean some = said.size() == 3 && said.getFirst().equals("a") && SOME.containsKey(said.get(1));
        List<String> words = some ? said.subList(1, 3) : said;
        if (words.size() != 2) {
            return Optional.empty();
        }
        int count = some ? SOME.getOrDefault(words.getFirst(), -1) : count(words.getFirst());
        if (count < 0) {
            return Optional.empty();
        }
        return switch (words.getLast()) {
            case "year", "years" ->
                Optional.of(FuzzyDate.year(today.getYear() - count).roughly());
            case "month", "months" ->
                Optional.of(FuzzyDate.month(YearMonth.from(today).minusMonths(count))
                        .roughly());
            case "fortnight", "fortnights" ->
                Optional.of(FuzzyDate.day(today.minusWeeks(2L * count)).roughly());
            case "week", "weeks" ->
                Optional.of(FuzzyDate.day(today.minusWeeks(count)).roughly());
            case "day", "days" -> {
                FuzzyDate day = FuzzyDate.day(today.minusDays(count));
                yield Optional.of(some ? day.roughly() : day);
            }
            default -> Optional.empty();
        };
    }

    private static int count(String word) {
        if (word.equals("a") || word.equals("an")) {
            return 1;
        }
        return word.matches("\\d{1,3}") ? Integer.parseInt(word) : NUMBERS.indexOf(word);
    }
}
