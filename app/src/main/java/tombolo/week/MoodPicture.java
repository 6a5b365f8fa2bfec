package tombolo.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mood of the last weeks, to be drawn: a dot an entry, a line between days near each other, and a gap where nothing
 * was written. It shows no expected course and draws no conclusion.
 *
 * @param dots the oldest first
 * @param lines each as the points of one line
 * @param ticks a day every second week
 * @param people what each was called, and the moods on days with them, the oldest first
 */
public record MoodPicture(List<Dot> dots, List<String> lines, List<Tick> ticks, Map<String, List<Integer>> people) {
    /** How much is drawn. */
    public static final int WEEKS = 6;

    public static final int WIDTH = 360;
    public static final int HEIGHT = 190;

    private static final int LEFT = 26;
    private static final int RIGHT = 10;
    private static final int TOP = 10;
    private static final int BOTTOM = 26;
    private static final int DAYS = WEEKS * 7;
    private static final int NEAR = 4;

    /** One entry. */
    public record Dot(double x, double y, MoodLine line) {
        /** Somebody was in it. */
        public boolean withSomeone() {
            return !line.with().isEmpty();
        }
    }

    /** A day on the axis. */
    public record Tick(double x, LocalDate day) {
        /** The day in short. */
        public String in(String language) {
            return DateTimeFormatter.ofPattern("d MMM", Locale.forLanguageTag(language))
                    .format(day);
        }
    }

    /** @param today the last day drawn */
    public static MoodPicture of(List<MoodLine> newestFirst, LocalDate today) {
        LocalDate first = today.minusDays(DAYS - 1);
        List<MoodLine> drawn = newestFirst.reversed().stream()
                .filter(line -> !line.entry().day().isBefore(first))
                .filter(line -> !line.entry().day().isAfter(today))
                .toList();
        List<Dot> dots = drawn.stream()
                .map(line ->
                        new Dot(x(first, line.entry().day()), y(line.entry().mood()), line))
                .toList();
        return new MoodPicture(dots, lines(dots), ticks(first, today), people(drawn));
    }

    /** The same as lines, the newest first. */
    public List<MoodLine> newestFirst() {
        return dots.reversed().stream().map(Dot::line).toList();
    }

    public boolean isEmpty() {
        return dots.isEmpty();
    }

    /** How many of them were written down on the week. */
    public long written() {
        return dots.stream().filter(dot -> dot.line().told().isEmpty()).count();
    }

    public int lowest() {
        return dots.stream().mapToInt(dot -> dot.line().entry().mood()).min().orElse(0);
    }

    public int highest() {
        return dots.stream().mapToInt(dot -> dot.line().entry().mood()).max().orElse(0);
    }

    /** Where a mood lies. */
    public static double y(int mood) {
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - mood / (double) MoodEntry.HIGHEST));
    }

    private static double x(LocalDate first, LocalDate day) {
        return round(
                LEFT + 6 + (WIDTH - LEFT - RIGHT - 12) * ChronoUnit.DAYS.between(first, day) / (double) (DAYS - 1));
    }

    private static double round(double at) {
        return Math.round(at * 10) / 10.0;
    }

    private static List<String> lines(List<Dot> dots) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            boolean near = i > 0
                    && ChronoUnit.DAYS.between(
                                    dots.get(i - 1).line().entry().day(),
                                    dot.line().entry().day())
                            <= NEAR;
            if (!near) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(dot.x()).append(',').append(dot.y());
        }
        lines.add(line.toString());
        return lines.stream().filter(points -> points.contains(" ")).toList();
    }

    private static List<Tick> ticks(LocalDate first, LocalDate today) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; !day.isAfter(today); day = day.plusWeeks(2)) {
            ticks.add(new Tick(x(first, day), day));
        }
        return ticks;
    }

    private static Map<String, List<Integer>> people(List<MoodLine> oldestFirst) {
        Map<String, List<Integer>> people = new LinkedHashMap<>();
        for (MoodLine line : oldestFirst) {
            line.with()
                    .forEach(name -> people.computeIfAbsent(name, one -> new ArrayList<>())
                            .add(line.entry().mood()));
        }
        return people;
    }
}
