package tombolo.safety.web;

import java.time.ZoneId;
import java.util.List;
import tombolo.safety.Concern;
import tombolo.ui.Errors;

/** All concerns of one person, and the place to write down what somebody said. */
public record PersonConcernsPage(
        String person,
        String name,
        List<Concern> concerns,
        List<ConcernsPage.Ask> leftOpen,
        ZoneId zone,
        String source,
        String said,
        String safe,
        Errors errors) {}
