package tombolo.sessions.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.measures.ScoreChart;
import tombolo.timeline.FuzzyDate;
import tombolo.vault.PersonId;

/**
 * The thread of a course on one side of A4.
 *
 * @param purpose hour, supervision or ending
 * @param name what the person is called; empty where the name is left out
 * @param mayBring whether the person has agreed that the work is talked over in supervision
 * @param at where the course stands
 * @param happened the timeline, the oldest first; of a long one the newest, and always when they were last well and when it began
 * @param circles then and now
 * @param curve the scores of the course, mood first; without what happened meanwhile, which may name somebody
 * @param scores the first and the newest of each questionnaire; empty while there are none
 * @param agreed what both agreed
 * @param goals of the contract
 * @param lines of the last note
 * @param ending what was put down in the last sessions
 * @param toBring what asks to look again or was to be taken to supervision, the newest first; for supervision only
 * @param perhaps words that may still name somebody, to leave out by choice
 * @param without those left out already
 */
public record ThreadSheetPage(
        PersonId person,
        String purpose,
        String name,
        boolean mayBring,
        Optional<SessionPage.At> at,
        LocalDate printed,
        List<Happened> happened,
        List<Dot> circles,
        Optional<LocalDate> then,
        Optional<ScoreChart> curve,
        String scores,
        List<String> agreed,
        List<String> goals,
        List<Line> lines,
        List<Line> ending,
        List<String> toBring,
        List<String> perhaps,
        List<String> without) {

    /** One thing on the timeline. */
    public record Happened(FuzzyDate when, String what, boolean symptom) {}

    /**
     * Somebody on the circles: where they stand, and where they stood when the picture was kept.
     *
     * @param moved whether they stood elsewhere then
     */
    public record Dot(String label, double x, double y, boolean moved, double wasX, double wasY, String anchor) {}

    /** A line of the last note, under its text key. */
    public record Line(String label, String says) {}

    public boolean isForSupervision() {
        return purpose.equals("supervision");
    }

    public String address() {
        return "/desk/people/" + person + "/thread-sheet";
    }
}
