package tombolo.techniques.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.techniques.SafeToSay;

/**
 * What somebody has worked on, and what they could.
 *
 * @param half pieces that could be gone on with
 * @param whole the others
 * @param offered all techniques, by what they help to learn
 * @param trends what was marked again and again over the weeks, with whom
 * @param closed whom saying hard things to is closed towards; for staff alone
 * @param allClosed since when it is closed towards everybody, because of what was found at a start; for staff alone
 */
public record WorkPage(
        Place place,
        List<Line> half,
        List<Line> whole,
        List<Group> offered,
        List<Trend> trends,
        List<Closed> closed,
        Optional<LocalDate> allClosed) {

    /** What a therapist does without a sheet: T5, T8, T9, T10 and T12, in the words of their text keys. */
    public static final List<String> PROMPTS = List.of("clarify", "explore", "between-us", "direct", "comfort");

    /** Whether somebody towards whom it is closed is off the circles. */
    public boolean isClosedOff() {
        return closed.stream().anyMatch(one -> !one.there());
    }

    /** @param about whom or what it is about; may be empty */
    public record Line(String id, String how, String about, LocalDate changed) {}

    /** @param title text key */
    public record Group(String title, List<Offer> offers) {}

    /** @param how text key prefix */
    public record Offer(String id, String how) {}

    /**
     * What somebody has marked in the same kind of piece over time. It is looked at, never added up.
     *
     * @param columns the newest few pieces, the earliest first
     */
    public record Trend(String how, List<Column> columns, List<Row> rows) {}

    /** @param about what whoever it is about is called; may be empty */
    public record Column(LocalDate day, String about) {}

    /**
     * @param label text key of what could be marked
     * @param marked in each piece, in the order of the columns
     */
    public record Row(String label, List<Boolean> marked) {}

    /**
     * @param there whether they are on the circles
     * @param name what they are called, or were in a piece about them; empty where nothing tells it any more
     */
    public record Closed(boolean there, String name, SafeToSay.Answer answer, LocalDate day) {}
}
