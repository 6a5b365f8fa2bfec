package tombolo.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tombolo.inventory.Lettering;

/**
 * Where everything on a timeline lies in its picture: one line of time, how it felt above it, what happened below it, and
 * what somebody was for others at the foot. Each thing is a flag on a pole. Flags stand as near the line as they can, and no
 * flag lies over another, nor over another's pole.
 *
 * @param along where on the line of time the days lie on which something was worked on
 * @param line how far down the line of time lies
 * @param height how high the whole picture is
 */
public record TimelinePicture(
        int from,
        int to,
        List<Flag> marks,
        List<Flag> events,
        List<Bar> roles,
        List<Dot> moods,
        List<Dot> scores,
        List<Integer> along,
        List<Tick> ticks,
        int line,
        int barsFrom,
        int height) {

    /** Units from side to side; a letter is {@link #LETTER} high. */
    public static final int WIDTH = 1000;

    public static final int LETTER = 16;

    /** Where the line of time begins and ends; what lies beyond is room for the last flags. */
    public static final int START = 40;

    public static final int END = 800;

    /** How high the room for moods is, from 0 to 10. */
    public static final int MOODS = 110;

    private static final int STEP = 26;
    private static final int FROM_POLE = 7;
    private static final int APART = 10;
    private static final int WIDEST = 330;
    private static final int UNDER_LINE = 44;
    private static final int TICK_APART = 62;
    private static final int YEARS_WITH_MONTHS = 3;
    private static final int FEWEST_DAYS = 90;

    /**
     * One thing on its pole.
     *
     * @param x where the pole stands
     * @param spanFrom where the time that was said begins on the line, and {@code spanTo} where it ends
     * @param y the middle of the words
     */
    public record Flag(Entry entry, String label, int x, int spanFrom, int spanTo, int lane, int y, int width) {}

    /** What somebody was, from a time until a time; it may run on past the words or the words past it. */
    public record Bar(RoleBar role, String label, int x, int width, int y, int reach) {}

    /** How the mood was at one time, or how a questionnaire came out. */
    public record Dot(int x, int y, int value) {}

    /** How a questionnaire came out on a day, of how much at most; the less the better. */
    public record Reading(LocalDate day, int score, int most) {}

    /** A mark on the line: the beginning of a year, or of a month inside it. */
    public record Tick(int x, LocalDate day, boolean year) {}

    /** The first and the last year of a timeline that are worth looking at: from when they were last well until now. */
    public static int[] years(Timeline timeline, LocalDate today) {
        int first = firstYear(timeline, today);
        int from = timeline.lastWell()
                .or(timeline::onset)
                .map(mark -> mark.when().first().getYear())
                .or(() -> timeline.events().stream()
                        .findFirst()
                        .map(event -> event.when().first().getYear()))
                .map(year -> Math.max(first, year - (timeline.lastWell().isPresent() ? 0 : 1)))
                .orElse(first);
        return new int[] {Math.min(from, today.getYear()), today.getYear()};
    }

    /** The year the earliest thing lies in. */
    public static int firstYear(Timeline timeline, LocalDate today) {
        return timeline.inOrder().stream()
                .mapToInt(entry -> entry.when().first().getYear())
                .min()
                .orElse(today.getYear());
    }

    /**
     * @param label what a flag says; shortened where it is too long
     */
    public static TimelinePicture of(
            Timeline timeline,
            List<Reading> readings,
            List<LocalDate> along,
            int from,
            int to,
            LocalDate today,
            Function<Entry, String> label) {
        return new Drawing(from, to, today, label).of(timeline, readings, along);
    }

    /** The way from mood to mood. */
    public String moodLine() {
        return line(moods);
    }

    /** The way from score to score. */
    public String scoreLine() {
        return line(scores);
    }

    private static String line(List<Dot> dots) {
        return dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return marks.isEmpty() && events.isEmpty() && roles.isEmpty();
    }

    private record Drawing(int from, int to, LocalDate today, Function<Entry, String> label) {

        private LocalDate first() {
            return LocalDate.of(from, 1, 1);
        }

        /** The picture ends today, or with the last year chosen. */
        private LocalDate last() {
            LocalDate end = LocalDate.of(to, 12, 31);
            LocalDate last = end.isAfter(today) ? today : end;
            LocalDate soonest = first().plusDays(FEWEST_DAYS);
            return last.isBefore(soonest) ? soonest : last;
        }

        private boolean shows(FuzzyDate when) {
            return !when.last().isBefore(first()) && !when.first().isAfter(last());
        }

        private int x(LocalDate day) {
            long all = ChronoUnit.DAYS.between(first(), last());
            long here = Math.clamp(ChronoUnit.DAYS.between(first(), day), 0L, all);
            return (int) (START + here * (END - START) / all);
        }

        /** The middle of what of it has been: the rest of this year is still to come. */
        private int pole(FuzzyDate when) {
            return (x(when.first()) + x(when.last())) / 2;
        }

        private TimelinePicture of(Timeline timeline, List<Reading> readings, List<LocalDate> along) {
            List<Flag> above = flags(timeline.marks());
            List<Flag> below = flags(timeline.events());
            int line = lanes(above) * STEP + 16 + MOODS;
            int barsFrom = line + UNDER_LINE + lanes(below) * STEP + 14;
            List<Bar> bars = bars(timeline.roles(), barsFrom);
            int height = bars.isEmpty()
                    ? barsFrom
                    : bars.stream().mapToInt(Bar::y).max().orElse(barsFrom) + STEP + 6;
            return new TimelinePicture(
                    from,
                    to,
                    at(above, lane -> line - MOODS - 16 - lane * STEP),
                    at(below, lane -> line + UNDER_LINE + lane * STEP),
                    bars,
                    moods(timeline, line),
                    scores(readings, line),
                    along.stream()
                            .filter(day -> !day.isBefore(first()) && !day.isAfter(last()))
                            .map(this::x)
                            .distinct()
                            .sorted()
                            .toList(),
                    ticks(),
                    line,
                    barsFrom,
                    height);
        }

        private static int lanes(List<Flag> flags) {
            return flags.stream().mapToInt(flag -> flag.lane() + 1).max().orElse(0);
        }

        private static List<Flag> at(List<Flag> flags, IntUnaryOperator y) {
            return flags.stream()
                    .map(flag -> new Flag(
                            flag.entry(),
                            flag.label(),
                            flag.x(),
                            flag.spanFrom(),
                            flag.spanTo(),
                            flag.lane(),
                            y.applyAsInt(flag.lane()),
                            flag.width()))
                    .toList();
        }

        /**
         * The latest first: a flag flies to the right of its pole, so that only poles that stand further right could be in its
         * way, and those are known by then.
         */
        private List<Flag> flags(List<? extends Entry> entries) {
            List<Integer> taken = new ArrayList<>();
            List<Flag> flags = new ArrayList<>();
            entries.stream()
                    .filter(entry -> shows(entry.when()))
                    .sorted(Comparator.comparing((Entry entry) -> pole(entry.when()))
                            .thenComparing(Entry::when)
                            .reversed())
                    .forEach(entry -> flags.add(flag(entry, taken)));
            return flags.reversed();
        }

        private Flag flag(Entry entry, List<Integer> taken) {
            int x = pole(entry.when());
            String words = words(entry, x);
            int width = (int) Math.ceil(Lettering.width(words) * LETTER) + FROM_POLE;
            int lane = 0;
            while (lane < taken.size() && x + width + APART > taken.get(lane)) {
                lane++;
            }
            if (lane == taken.size()) {
                taken.add(WIDTH);
            }
            for (int passed = 0; passed <= lane; passed++) {
                taken.set(passed, Math.min(taken.get(passed), x));
            }
            return new Flag(
                    entry, words, x, x(entry.when().first()), x(entry.when().last()), lane, 0, width);
        }

        /** As many of the words as there is room for to the right. */
        private String words(Entry entry, int x) {
            int room = Math.min(WIDEST, WIDTH - x - 2 * FROM_POLE - 2);
            return Lettering.fitting(label.apply(entry), (double) room / LETTER);
        }

        private List<Bar> bars(List<RoleBar> roles, int top) {
            List<Integer> reached = new ArrayList<>();
            List<Bar> bars = new ArrayList<>();
            for (RoleBar role : roles.stream()
                    .sorted(Comparator.comparing(role -> role.when().first()))
                    .toList()) {
                LocalDate until = role.until().map(FuzzyDate::last).orElse(last());
                if (role.when().first().isAfter(last()) || until.isBefore(first())) {
                    continue;
                }
                int x = x(role.when().first());
                String words = words(role, x);
                int width = Math.max(4, x(until) - x);
                int reach = Math.max(width, (int) Math.ceil(Lettering.width(words) * LETTER) + 2 * FROM_POLE);
                int lane = 0;
                while (lane < reached.size() && x < reached.get(lane) + APART) {
                    lane++;
                }
                if (lane == reached.size()) {
                    reached.add(0);
                }
                reached.set(lane, x + reach);
                bars.add(new Bar(role, words, x, width, top + lane * (STEP + 4), reach));
            }
            return bars;
        }

        private List<Dot> moods(Timeline timeline, int line) {
            return timeline.inOrder().stream()
                    .filter(entry -> shows(entry.when()))
                    .flatMap(entry -> entry.mood().stream()
                            .map(mood -> new Dot(pole(entry.when()), line - mood * MOODS / Entry.HIGHEST_MOOD, mood)))
                    .sorted(Comparator.comparing(Dot::x))
                    .toList();
        }

        /** A low score stands as high as a good mood: up is better for both. */
        private List<Dot> scores(List<Reading> readings, int line) {
            return readings.stream()
                    .filter(reading ->
                            !reading.day().isBefore(first()) && !reading.day().isAfter(last()))
                    .map(reading -> new Dot(
                            x(reading.day()), line - MOODS + reading.score() * MOODS / reading.most(), reading.score()))
                    .toList();
        }

        private List<Tick> ticks() {
            int every = 1;
            while ((long) every * 365 * (END - START) / Math.max(1, ChronoUnit.DAYS.between(first(), last()))
                    < TICK_APART) {
                every++;
            }
            int step = every;
            Stream<Tick> years = IntStream.rangeClosed(from, to)
                    .filter(year -> (year - from) % step == 0)
                    .mapToObj(year -> new Tick(x(LocalDate.of(year, 1, 1)), LocalDate.of(year, 1, 1), true));
            Stream<Tick> months = to - from >= YEARS_WITH_MONTHS
                    ? Stream.of()
                    : IntStream.rangeClosed(from, to)
                            .boxed()
                            .flatMap(year ->
                                    Arrays.stream(new int[] {4, 7, 10}).mapToObj(month -> LocalDate.of(year, month, 1)))
                            .filter(day -> !day.isAfter(last()))
                            .map(day -> new Tick(x(day), day, false));
            return Stream.concat(years, months)
                    .sorted(Comparator.comparing(Tick::x))
                    .toList();
        }
    }
}
