package tombolo.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tombolo.instruments.Band;
import tombolo.instruments.Change;
import tombolo.instruments.Instrument;
import tombolo.instruments.ReliableChange;
import tombolo.instruments.Total;
import tombolo.ui.Said;

/**
 * The scores of one questionnaire over one course, as a picture, in sentences and as a table: the same for the person and
 * for the therapist. Nothing is smoothed, nothing is drawn where nothing was answered, and no expected course is shown.
 *
 * @param bands the published bands, lowest first
 * @param rule the change called reliable, drawn as a line below the first score; empty where none is published
 * @param points one for each score, in order
 * @param lines the pieces of the line between them; a gap parts two pieces
 * @param ticks what stands below: session numbers, or days
 * @param marks what happened meanwhile
 * @param sentences what the picture shows, to be read one after the other
 * @param rows the table, gaps included
 */
public record ScoreChart(
        Instrument instrument,
        List<Strip> bands,
        List<Level> levels,
        Optional<Rule> rule,
        List<Point> points,
        List<String> lines,
        List<Tick> ticks,
        List<Dot> marks,
        List<Said> sentences,
        List<Row> rows) {
    public static final int WIDTH = 340;
    public static final int HEIGHT = 252;
    public static final int LEFT = 30;
    public static final int RIGHT = 332;
    public static final int TOP = 10;
    public static final int BOTTOM = 206;
    private static final int INSET = 12;

    public ScoreChart {
        bands = List.copyOf(bands);
        levels = List.copyOf(levels);
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        ticks = List.copyOf(ticks);
        marks = List.copyOf(marks);
        sentences = List.copyOf(sentences);
        rows = List.copyOf(rows);
    }

    /** A band: where it is drawn, the end of its text key, and its place from the lowest, 1 first. */
    public record Strip(int y, int height, String key, int place) {}

    /** A number at the side. */
    public record Level(int y, int value) {}

    /** The line from which on a change is called reliable. */
    public record Rule(int y, int value, int points, boolean highIsBetter, String source) {}

    /** A score: a ring, or a filled diamond where the change since the first is reliable. */
    public record Point(int x, int y, String score, boolean reliable) {
        /** The diamond, as a path. */
        public String diamond() {
            return "M%d %dl6 6-6 6-6-6z".formatted(x, y - 6);
        }
    }

    /** A session number or a day below the picture; empty where there is no room to write it. */
    public record Tick(int x, Optional<Integer> session) {}

    /** Something that happened, numbered as in the list beside the picture. */
    public record Dot(int x, int number, LocalDate day, Said what) {}

    /**
     * One line of the table.
     *
     * @param score empty where it was asked and there is no score
     * @param band the end of its text key
     * @param change points since the first score; empty for the first
     */
    public record Row(
            Optional<Integer> session,
            LocalDate day,
            Optional<String> score,
            Optional<String> band,
            Optional<Integer> change,
            boolean reliable) {}

    /** A time at which the questionnaire was put, and what came of it. */
    private record Put(Optional<Integer> session, Instant at, Optional<Total> total, Optional<String> band) {}

    /** Questions that were put and never answered. */
    public record Unanswered(Optional<Integer> session, Instant at) {}

    /**
     * Draws the scores of one questionnaire; empty while there is none.
     *
     * @param responses answers to this questionnaire, in one course
     * @param unanswered when it was put in that course without an answer
     */
    public static Optional<ScoreChart> of(
            Instrument instrument,
            List<Response> responses,
            List<Unanswered> unanswered,
            List<Mark> marks,
            ZoneId zone) {
        List<Put> put = new ArrayList<>();
        responses.forEach(one -> put.add(new Put(
                one.session(),
                one.taken(),
                one.score().map(score -> score.total()),
                one.score().flatMap(score -> score.band()).map(Band::key))));
        unanswered.stream()
                .filter(one -> one.session().isEmpty()
                        || put.stream().noneMatch(other -> other.session().equals(one.session())))
                .toList()
                .forEach(one -> put.add(new Put(one.session(), one.at(), Optional.empty(), Optional.empty())));
        put.sort(Comparator.comparing(Put::at));
        return put.stream().anyMatch(one -> one.total().isPresent())
                ? Optional.of(new Drawing(instrument, put, marks, zone).drawn())
                : Optional.empty();
    }

    /** The hand that draws. */
    private static final class Drawing {
        private final Instrument instrument;
        private final List<Put> put;
        private final List<Mark> happened;
        private final ZoneId zone;
        private final int lowest;
        private final int highest;
        private final Total first;

        Drawing(Instrument instrument, List<Put> put, List<Mark> happened, ZoneId zone) {
            this.instrument = instrument;
            this.put = put;
            this.happened = happened;
            this.zone = zone;
            this.lowest = instrument.total().lowest().whole();
            this.highest = instrument.total().highest().whole();
            this.first = scores().getFirst();
        }

        ScoreChart drawn() {
            return new ScoreChart(
                    instrument, strips(), levels(), rule(), points(), lines(), ticks(), dots(), sentences(), rows());
        }

        private List<Total> scores() {
            return put.stream().flatMap(one -> one.total().stream()).toList();
        }

        private int y(double value) {
            return (int) Math.round(BOTTOM - (value - lowest) * (BOTTOM - TOP) / (double) (highest - lowest));
        }

        private int y(Total total) {
            return y(total.toDecimal().doubleValue());
        }

        private int x(int place) {
            int room = RIGHT - LEFT - 2 * INSET;
            return put.size() == 1
                    ? LEFT + INSET + room / 2
                    : LEFT + INSET + Math.round(room * (float) place / (put.size() - 1));
        }

        private List<Strip> strips() {
            List<Strip> strips = new ArrayList<>();
            List<Band> bands = instrument.total().bands();
            for (int n = 0; n < bands.size(); n++) {
                int from = n == 0 ? BOTTOM : y(bands.get(n).from().doubleValue());
                int to = n + 1 == bands.size() ? TOP : y(bands.get(n + 1).from().doubleValue());
                strips.add(new Strip(to, from - to, bands.get(n).key(), n + 1));
            }
            return strips;
        }

        private List<Level> levels() {
            List<Level> levels = new ArrayList<>();
            if (instrument.total().bands().isEmpty()) {
                int step = Math.max(1, (highest - lowest) / 6);
                for (int value = lowest; value <= highest; value += step) {
                    levels.add(new Level(y(value), value));
                }
                return levels;
            }
            instrument
                    .total()
                    .bands()
                    .forEach(band -> levels.add(
                            new Level(y(band.from().doubleValue()), band.from().intValue())));
            if (levels.getLast().value() < highest) {
                levels.add(new Level(y(highest), highest));
            }
            return levels;
        }

        private Optional<Rule> rule() {
            return instrument
                    .reliableChange()
                    .map(change -> {
                        int value = first.whole() + (change.highIsBetter() ? change.points() : -change.points());
                        return new Rule(y(value), value, change.points(), change.highIsBetter(), change.source());
                    })
                    .filter(rule -> rule.value() >= lowest && rule.value() <= highest);
        }

        private boolean isReliable(Total total) {
            return change(total) != Change.NOT_RELIABLE;
        }

        private Change change(Total total) {
            return instrument
                    .reliableChange()
                    .map(rule -> rule.between(first, total))
                    .orElse(Change.NOT_RELIABLE);
        }

        private List<Point> points() {
            List<Point> points = new ArrayList<>();
            for (int place = 0; place < put.size(); place++) {
                int x = x(place);
                put.get(place)
                        .total()
                        .ifPresent(total -> points.add(new Point(x, y(total), total.toString(), isReliable(total))));
            }
            return points;
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            int length = 0;
            for (int place = 0; place <= put.size(); place++) {
                Optional<Total> total = place < put.size() ? put.get(place).total() : Optional.empty();
                if (total.isPresent()) {
                    line.append(length++ == 0 ? "" : " ")
                            .append(x(place))
                            .append(',')
                            .append(y(total.get()));
                } else {
                    if (length > 1) {
                        lines.add(line.toString());
                    }
                    line.setLength(0);
                    length = 0;
                }
            }
            return lines;
        }

        private List<Tick> ticks() {
            int every = put.size() > 12 ? 2 : 1;
            List<Tick> ticks = new ArrayList<>();
            for (int place = 0; place < put.size(); place++) {
                Optional<Integer> session = put.get(place).session();
                boolean last = place == put.size() - 1;
                boolean room = place % every == 0 && (last || place != put.size() - 2 || every == 1) || last;
                ticks.add(new Tick(x(place), room ? session : Optional.empty()));
            }
            return ticks;
        }

        /** Between the two scores it lies between, as far along as its day is. */
        private List<Dot> dots() {
            List<Dot> dots = new ArrayList<>();
            happened.stream()
                    .sorted(Comparator.comparing(Mark::at))
                    .forEach(mark -> dots.add(
                            new Dot(x(mark.at()), dots.size() + 1, LocalDate.ofInstant(mark.at(), zone), mark.what())));
            return dots;
        }

        private int x(Instant at) {
            int after = 0;
            while (after < put.size() && !put.get(after).at().isAfter(at)) {
                after++;
            }
            if (after == 0) {
                return LEFT + 4;
            }
            if (after == put.size()) {
                return Math.min(RIGHT - 4, x(put.size() - 1) + (put.size() == 1 ? 20 : 8));
            }
            Instant from = put.get(after - 1).at();
            double along = (double) java.time.Duration.between(from, at).toSeconds()
                    / Math.max(
                            1,
                            java.time.Duration.between(from, put.get(after).at())
                                    .toSeconds());
            return (int) Math.round(x(after - 1) + along * (x(after) - x(after - 1)));
        }

        private List<Row> rows() {
            return put.stream()
                    .map(one -> new Row(
                            one.session(),
                            LocalDate.ofInstant(one.at(), zone),
                            one.total().map(Total::toString),
                            one.band(),
                            one.total().filter(total -> one != firstPut()).map(total -> total.whole() - first.whole()),
                            one.total().filter(this::isReliable).isPresent()))
                    .toList();
        }

        private Put firstPut() {
            return put.stream()
                    .filter(one -> one.total().isPresent())
                    .findFirst()
                    .orElseThrow();
        }

        private List<Said> sentences() {
            List<Said> sentences = new ArrayList<>();
            Total last = scores().getLast();
            if (scores().size() == 1) {
                sentences.add(Said.of("measures.chart.one", first.toString()));
            } else {
                int way = Integer.signum(last.whole() - first.whole());
                sentences.add(
                        way == 0
                                ? Said.of("measures.chart.same", last.toString())
                                : Said.of(
                                        way < 0 ? "measures.chart.fell" : "measures.chart.rose",
                                        first.toString(),
                                        last.toString()));
                sinceWhen(change(last)).ifPresent(sentences::add);
            }
            sentences.add(instrument
                    .reliableChange()
                    .map(rule -> Said.of(ruleKey(rule), rule.points()))
                    .orElse(Said.of("measures.chart.no-rule")));
            return sentences;
        }

        private static String ruleKey(ReliableChange rule) {
            return rule.highIsBetter() ? "measures.chart.rule.rise" : "measures.chart.rule.fall";
        }

        /** The first of the scores that have all, up to now, been reliably different from the first one, and in the same way. */
        private Optional<Said> sinceWhen(Change now) {
            if (now == Change.NOT_RELIABLE) {
                return Optional.empty();
            }
            Put since = firstPut();
            for (Put one : put.reversed()) {
                if (one.total().isPresent() && change(one.total().get()) != now) {
                    break;
                }
                since = one.total().isPresent() ? one : since;
            }
            Put from = since;
            return Optional.of(from.session()
                    .map(session -> Said.of("measures.chart.since.session", session))
                    .orElse(Said.of("measures.chart.since.day", LocalDate.ofInstant(from.at(), zone))));
        }
    }
}
