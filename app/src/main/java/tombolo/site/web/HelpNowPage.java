package tombolo.site.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tombolo.ui.HelpLines;

/** Whom to call now: the emergency number, then someone who listens, then who is near, young, or afraid of someone. */
public record HelpNowPage(HelpLines country, List<HelpLines.Line> anywhere, Map<String, List<HelpLines.Line>> near) {
    static HelpNowPage of(HelpLines country) {
        Map<String, List<HelpLines.Line>> near = new LinkedHashMap<>();
        for (HelpLines.Line line : country.lines()) {
            if (!line.where().isEmpty()) {
                near.merge(line.where(), List.of(line), HelpNowPage::both);
            }
        }
        return new HelpNowPage(
                country,
                country.lines().stream().filter(line -> line.where().isEmpty()).toList(),
                near);
    }

    private static List<HelpLines.Line> both(List<HelpLines.Line> some, List<HelpLines.Line> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
