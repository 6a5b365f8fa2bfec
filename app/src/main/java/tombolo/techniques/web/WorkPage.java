package tombolo.techniques.web;

import java.time.LocalDate;
import java.util.List;
import tombolo.techniques.SafeToSay;

/**
 * What somebody has worked on, and what they could.
 *
 * @param half pieces that could be gone on with
 * @param whole the others
 * @param offered text key prefixes and ids of all techniques
 * @param closed whom saying hard things to is closed towards; for staff alone
 */
public record WorkPage(
        Place place, List<Line> half, List<Line> whole, List<Offer> offered, List<Closed> closed, boolean nobody) {

    /** What a therapist does without a sheet: T5, T8, T9, T10 and T12, in the words of their text keys. */
    public static final List<String> PROMPTS = List.of("clarify", "explore", "between-us", "direct", "comfort");

    /** @param about what whoever it is about is called; may be empty */
    public record Line(String id, String how, String about, LocalDate changed) {}

    public record Offer(String id, String how) {}

    public record Closed(String name, SafeToSay.Answer answer, LocalDate day) {}
}
