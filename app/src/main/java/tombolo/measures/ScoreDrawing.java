package tombolo.measures;

import java.time.Duration;
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
import tombolo.measures.ScoreChart.Dot;
import tombolo.measures.ScoreChart.Level;
import tombolo.measures.ScoreChart.Point;
import tombolo.measures.ScoreChart.Row;
import tombolo.measures.ScoreChart.Rule;
import tombolo.measures.ScoreChart.Strip;
import tombolo.measures.ScoreChart.Tick;
import tombolo.measures.ScoreChart.Unanswered;
import tombolo.ui.Said;

/**
 * The hand that draws the scores of one questionnaire over one course: where each stands, what is a gap, from which one on
 * the change is reliable, and what of this is said in sentences.
 */
final class ScoreDrawing {
    private static final int INSET = 12;

    private final Instrument instrument;
    private final List<Put> put;
    private final List<Mark> happened;
    private final ZoneId zone;
    private final int lowest;
    private final int highest;
    private final Total first;

    private ScoreDrawing(Instrument instrument, List<Put> put, List<Mark> happened, ZoneId zone) {
        this.instrument = instrument;
        this.put = put;
        this.happened = happened;
        this.zone = zone;
        this.lowest = instrument.total().lowest().whole();
        this.highest = instrument.total().highest().whole();
        this.first = scores().getFirst();
    }

    /** A time at which the questionnaire was put, and what came of it. */
    private record Put(Optional<Integer> session, Instant at, Optional<Total> total, Optional<String> band) {}

    /**
     * Draws the scores of one questionnaire; empty while there is none.
     *
     * @param responses answers to this questionnaire, in one course
     * @param unanswered when it was put in that course without an answer
     */
    static Optional<ScoreChart> of(
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
                ? Optional.of(new ScoreDrawing(instrument, put, marks, zone).drawn())
                : Optional.empty();
    }

    private ScoreChart drawn() {
        return new ScoreChart(
                instrument, strips(), levels(), rule(), points(), lines(), ticks(), dots(), sentences(), rows());
    }

    private List<Total> scores() {
        return put.stream().flatMap(one -> one.total().stream()).toList();
    }

    private int y(double value) {
        return (int) Math.round(ScoreChart.BOTTOM
                - (value - lowest) * (ScoreChart.BOTTOM - ScoreChart.TOP) / (double) (highest - lowest));
    }

    private int y(Total total) {
        return y(total.toDecimal().doubleValue());
    }

    private int x(int place) {
        int room = ScoreChart.RIGHT - ScoreChart.LEFT - 2 * INSET;
        return put.size() == 1
                ? ScoreChart.LEFT + INSET + room / 2
                : ScoreChart.LEFT + INSET + Math.round(room * (float) place / (put.size() - 1));
    }

    private List<Strip> strips() {
        List<Strip> strips = new ArrayList<>();
        List<Band> bands = instrument.total().bands();
        for (int n = 0; n < bands.size(); n++) {
            int from = n == 0 ? ScoreChart.BOTTOM : y(bands.get(n).from().doubleValue());
            int to = n + 1 == bands.size()
                    ? ScoreChart.TOP
                    : y(bands.get(n + 1).from().doubleValue());
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
            return ScoreChart.LEFT + 4;
        }
        if (after == put.size()) {
            return Math.min(ScoreChart.RIGHT - 4, x(put.size() - 1) + (put.size() == 1 ? 20 : 8));
        }
        Instant from = put.get(after - 1).at();
        double along = (double) Duration.between(from, at).toSeconds()
                / Math.max(1, Duration.between(from, put.get(after).at()).toSeconds());
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
        return put.stream().filter(one -> one.total().isPresent()).findFirst().orElseThrow();
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
