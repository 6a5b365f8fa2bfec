package tombolo.sessions.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionPlan;
import tombolo.sessions.SessionPlan.Line;
import tombolo.sessions.WholeThread;
import tombolo.ui.Errors;
import tombolo.ui.Said;
import tombolo.vault.PersonId;

/**
 * The plan for the hour, to word, to order, to shorten and to add to.
 *
 * @param together what can be worked on in the hour
 * @param typed what was typed and could not be taken, by field
 */
public record PlanEditPage(
        PersonId person,
        String name,
        Hour hour,
        Said place,
        int version,
        List<Line> lines,
        boolean hasRoom,
        Map<String, String> typed,
        Together together,
        Errors errors) {

    static PlanEditPage of(WholeThread thread, SessionPlan plan, Together together) {
        return of(thread, plan, together, Map.of());
    }

    static PlanEditPage of(WholeThread thread, SessionPlan plan, Together together, Map<String, String> typed) {
        return new PlanEditPage(
                thread.person().id(),
                thread.name(),
                plan.hour(),
                Whose.place(plan.hour(), 0),
                plan.version(),
                plan.lines(),
                plan.hasRoom(),
                typed,
                together,
                errors(plan, typed));
    }

    /** What of that is longer than a line of the plan. */
    static Errors errors(SessionPlan plan, Map<String, String> typed) {
        Errors errors = Errors.none();
        Stream.concat(IntStream.range(0, plan.lines().size()).mapToObj(line -> "line" + line), Stream.of("own"))
                .filter(field -> tidy(typed.getOrDefault(field, "")).length() > SessionPlan.LONGEST)
                .forEach(field -> errors.add(field, "sessions.desk.plan.long", SessionPlan.LONGEST));
        return errors;
    }

    /** What stands in a field: what was typed there, or the plan's own words. */
    public String words(int line) {
        return typed.getOrDefault("line" + line, lines.get(line).words());
    }

    /** What the field for a line is called. */
    public String field(int line) {
        return LinesSent.field(lines.stream().map(Line::mark).toList(), line);
    }

    /** The form as it is kept while it is typed. */
    public String draft() {
        return draft(hour);
    }

    static String draft(Hour hour) {
        return "sessions.plan:" + hour.course() + ":" + hour.number();
    }

    public int session() {
        return hour.number();
    }

    public String base() {
        return "/desk/people/" + person + "/session";
    }

    /** What was typed is kept with every press; a line emptied keeps its words, taking it out has a button of its own. */
    static void write(SessionPlan plan, Map<String, String> fields, String act) {
        for (int i = 0; i < plan.lines().size(); i++) {
            String words = tidy(fields.getOrDefault("line" + i, ""));
            if (!words.isEmpty()) {
                plan.word(i, words);
            }
        }
        String own = tidy(fields.getOrDefault("own", ""));
        if (!own.isEmpty() && plan.hasRoom()) {
            plan.add(own);
        }
        if (act.matches("(up|down|out)[0-9]{1,2}")) {
            int line = Integer.parseInt(act.replaceAll("\\D", ""));
            switch (act.charAt(0)) {
                case 'u' -> plan.move(line, -1);
                case 'd' -> plan.move(line, 1);
                default -> plan.takeOut(line);
            }
        }
    }

    static String tidy(String typed) {
        return typed.replaceAll("\\s+", " ").strip();
    }
}
