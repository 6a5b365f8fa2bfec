package tombolo.course;

import java.util.List;

/**
 * One of the few kinds of trouble between people that IPT works on, as its file says: schools differ in which there are.
 *
 * @param name what therapists call it
 * @param plain what the person reads
 * @param about what it is, for the person
 * @param fits the rule sheet: what speaks for choosing it; it helps, and never decides
 * @param lastResort chosen only where none of the others is honest
 * @param goals what the work is for
 * @param strategies the steps of the work
 * @param care what must be seen to first; may be empty
 */
public record ProblemArea(
        String id,
        int order,
        String language,
        String name,
        String plain,
        String about,
        List<String> fits,
        boolean lastResort,
        List<String> goals,
        List<AgendaItem> strategies,
        String care) {

    public ProblemArea {
        fits = List.copyOf(fits);
        goals = List.copyOf(goals);
        strategies = List.copyOf(strategies);
    }

    static ProblemArea read(String file, String text) {
        LocatedJson json = LocatedJson.read(file, text);
        ProblemArea area = new ProblemArea(
                json.text("id", "[a-z][a-z-]{1,40}", "small letters and hyphens"),
                json.whole("order", 1, 99),
                json.text("language", "[a-z]{2}", "two small letters, such as en"),
                json.text("name", 80),
                json.text("plain", 80),
                json.text("about", 300),
                json.texts("fits", 300),
                json.oneOf("lastResort", List.of("yes", "no")).equals("yes"),
                json.texts("goals", 300),
                json.objects("strategies").stream().map(ProblemArea::strategy).toList(),
                json.optionalText("care", 400).orElse(""));
        json.nothingElse();
        return area;
    }

    private static AgendaItem strategy(LocatedJson json) {
        AgendaItem item = new AgendaItem(
                json.text("key", "[a-z][a-z-]{1,60}", "small letters and hyphens"), json.text("text", 400));
        json.nothingElse();
        return item;
    }
}
