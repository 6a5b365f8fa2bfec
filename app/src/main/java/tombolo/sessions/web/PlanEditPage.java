package tombolo.sessions.web;

import java.util.List;
import java.util.Map;
import tombolo.sessions.SessionPlan;
import tombolo.sessions.SessionPlan.Line;
import tombolo.sessions.WholeThread;
import tombolo.vault.PersonId;

/** The plan for the hour, to word, to order, to shorten and to add to. */
public record PlanEditPage(PersonId person, String name, int session, int version, List<Line> lines, boolean hasRoom) {

    static PlanEditPage of(WholeThread thread, SessionPlan plan) {
        return new PlanEditPage(
                thread.person().id(),
                thread.name(),
                plan.hour().number(),
                plan.version(),
                plan.lines(),
                plan.hasRoom());
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

    private static String tidy(String typed) {
        String words = typed.replaceAll("\\s+", " ").strip();
        return words.substring(0, Math.min(words.length(), SessionPlan.LONGEST));
    }
}
