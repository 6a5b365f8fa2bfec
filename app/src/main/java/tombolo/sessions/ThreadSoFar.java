package tombolo.sessions;

import java.util.ArrayList;
import java.util.List;
import tombolo.sessions.SessionPlan.Source;
import tombolo.ui.Said;

/**
 * What the thread of a course holds before one hour: what is open, what was tried, who came up, and what the course's variant
 * has for this session. A plan is drawn up from it; the therapist decides.
 *
 * @param planned how many sessions were agreed
 * @param itemNine whether the last question about ending one's life was answered above "not at all", left out, or not put
 * @param notSafe whether the person answered alone, since last time, that telling somebody hard things may not be safe
 * @param alerts what the rules about the scores have to say, in the therapist's language
 * @param tries what was agreed to try before this hour and has not been talked about, in the person's words
 * @param worked what was worked on since last time, in the therapist's language
 * @param cameUp who came up last time, as the circles call them now
 * @param measuresDue whether questions for this session wait for an answer
 * @param agenda what the variant has for this session, what it alone holds first
 */
public record ThreadSoFar(
        Hour hour,
        int planned,
        boolean concernOpen,
        ItemNine itemNine,
        boolean notSafe,
        List<String> alerts,
        List<String> tries,
        List<String> worked,
        List<String> cameUp,
        boolean measuresDue,
        boolean endingDue,
        List<Item> agenda) {

    private static final String COUNT = "count";
    private static final List<String> TOLD_BY_THE_THREAD = List.of("review-measures", "opening");

    public ThreadSoFar {
        alerts = List.copyOf(alerts);
        tries = List.copyOf(tries);
        worked = List.copyOf(worked);
        cameUp = List.copyOf(cameUp);
        agenda = List.copyOf(agenda);
    }

    /** One thing the variant has for a session. */
    public record Item(String key, String text) {}

    /** Whether anybody has to speak about it; how much was answered changes nothing. */
    public enum ItemNine {
        NOTHING,
        ABOVE_NOT_AT_ALL,
        LEFT_OUT,
        /** The form was one without the question, because nobody would have read the answer in time: it is put in the room. */
        NOT_ON_THE_FORM
    }

    /** One line of a plan before anybody has touched it. */
    public record Suggestion(Source source, Said said) {}

    /** Asks after what was agreed to try. */
    public static Said howItWent(String tried) {
        return Said.of("sessions.desk.plan.tried", tried);
    }

    /** How many sessions are left after this one. */
    public int left() {
        return Math.max(0, planned - hour.number());
    }

    /**
     * The plan this makes: safety first, then what was tried and with whom, then the variant, and how many are left at the end.
     * Nothing is left out: a page shows as much as is read at one look, and keeps the rest one press away.
     */
    public List<Suggestion> suggests() {
        List<Suggestion> lines = new ArrayList<>();
        if (concernOpen) {
            lines.add(new Suggestion(Source.CONCERN, Said.of("sessions.desk.plan.concern")));
        }
        switch (itemNine) {
            case ABOVE_NOT_AT_ALL ->
                lines.add(new Suggestion(Source.ITEM_NINE, Said.of("sessions.desk.plan.item-nine")));
            case LEFT_OUT ->
                lines.add(new Suggestion(Source.ITEM_NINE, Said.of("sessions.desk.plan.item-nine.left-out")));
            case NOT_ON_THE_FORM ->
                lines.add(new Suggestion(Source.ITEM_NINE, Said.of("sessions.desk.plan.item-nine.not-on-the-form")));
            case NOTHING -> {}
        }
        if (notSafe) {
            lines.add(new Suggestion(Source.NOT_SAFE, Said.of("sessions.desk.plan.not-safe")));
        }
        alerts.forEach(alert -> lines.add(new Suggestion(Source.ALERT, Said.of("sessions.desk.plan.words", alert))));
        tries.forEach(tried -> lines.add(new Suggestion(Source.TRIES, howItWent(tried))));
        worked.forEach(piece -> lines.add(new Suggestion(Source.WORK, Said.of("sessions.desk.plan.worked", piece))));
        if (!cameUp.isEmpty()) {
            lines.add(new Suggestion(Source.CAME_UP, Said.of("sessions.desk.plan.came-up", String.join(", ", cameUp))));
        }
        if (measuresDue) {
            lines.add(new Suggestion(Source.MEASURES, Said.of("sessions.desk.plan.measures")));
        }
        if (endingDue) {
            lines.add(new Suggestion(Source.ENDING, Said.of("sessions.desk.plan.ending", left())));
        }
        agenda.stream()
                .filter(item -> !item.key().equals(COUNT) && !TOLD_BY_THE_THREAD.contains(item.key()))
                .forEach(item ->
                        lines.add(new Suggestion(Source.CONTENT, Said.of("sessions.desk.plan.words", item.text()))));
        if (!hour.isFollowUp()) {
            lines.add(new Suggestion(
                    Source.TIME_LEFT, Said.of("sessions.desk.plan.time-left", hour.number(), planned, left())));
        }
        return lines;
    }
}
