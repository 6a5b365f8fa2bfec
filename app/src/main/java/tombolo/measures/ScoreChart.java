package tombolo.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.instruments.Instrument;
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

    /** Questions that were put and never answered. */
    public record Unanswered(Optional<Integer> session, Instant at) {}
}
