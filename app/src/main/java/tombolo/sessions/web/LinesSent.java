package tombolo.sessions.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tombolo.sessions.SessionPlan;
import tombolo.sessions.SessionPlan.Line;

/**
 * What a page sent about the lines of a plan, set against the plan as it stands now. What bears on safety comes to the top
 * at any time, and what the thread suggests changes while nobody has touched it: a place in the list says nothing, so each
 * line comes with what it is.
 */
final class LinesSent {
    private static final String PLACE = "[0-9]{1,2}";

    /** A plan is not longer, with all that comes to its top. */
    private static final int PLACES = 100;

    private final Map<String, String> fields;
    private final Map<Integer, Integer> places = new HashMap<>();

    LinesSent(SessionPlan plan, Map<String, String> sentFields) {
        this.fields = new HashMap<>(sentFields);
        wordsByPlace();
        List<String> marks =
                new ArrayList<>(plan.lines().stream().map(Line::mark).toList());
        for (int sent = 0; sent < PLACES; sent++) {
            int place = marks.indexOf(value("is" + sent));
            if (place >= 0) {
                places.put(sent, place);
                marks.set(place, "taken");
            }
        }
    }

    /** Where words are typed over a line, the field is called by what the line is. */
    private void wordsByPlace() {
        List<String> marks =
                IntStream.range(0, PLACES).mapToObj(sent -> value("is" + sent)).toList();
        for (int sent = 0; sent < PLACES; sent++) {
            String words = fields.remove(field(marks, sent));
            if (words != null) {
                fields.put("line" + sent, words);
            }
        }
    }

    /**
     * What a field for a line is called: by what the line is, so that what was typed and not sent comes back to it, wherever
     * it stands by then. Of several that are the same, the later ones are counted.
     */
    static String field(List<String> marks, int line) {
        long before = marks.subList(0, line).stream()
                .filter(mark -> mark.equals(marks.get(line)))
                .count();
        return "line-" + marks.get(line) + (before == 0 ? "" : "-" + before);
    }

    /** The fields under the places their lines have now; empty when something was done to a line that is not there any more. */
    Optional<Map<String, String>> here() {
        Map<String, String> here = new HashMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!field.getKey().matches("(done|line)" + PLACE)) {
                here.put(field.getKey(), field.getValue());
            } else if (places.containsKey(number(field.getKey()))) {
                here.put(moved(field.getKey()), field.getValue());
            } else if (isMeant(field.getKey())) {
                return Optional.empty();
            }
        }
        String act = value("act");
        if (act.matches("(up|down|out)" + PLACE)) {
            if (!places.containsKey(number(act))) {
                return Optional.empty();
            }
            here.put("act", moved(act));
        }
        return Optional.of(here);
    }

    /** What was typed, line by line, for whoever has to do it again. */
    String typed() {
        return Stream.concat(IntStream.range(0, PLACES).mapToObj(sent -> "line" + sent), Stream.of("own"))
                .map(field -> PlanEditPage.tidy(value(field)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** A tick, or other words; a line that went away as it was is no loss. */
    private boolean isMeant(String field) {
        String words = PlanEditPage.tidy(value(field));
        return field.startsWith("done") || !words.isEmpty() && !Line.had(value("is" + number(field)), words);
    }

    private String moved(String field) {
        return field.replaceAll(PLACE + "$", "") + places.get(number(field));
    }

    private static int number(String field) {
        return Integer.parseInt(field.replaceAll("\\D", ""));
    }

    private String value(String field) {
        return fields.getOrDefault(field, "");
    }
}
