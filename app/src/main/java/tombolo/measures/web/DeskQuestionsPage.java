package tombolo.measures.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import tombolo.instruments.Instrument;
import tombolo.measures.Asking;
import tombolo.ui.Errors;

/** Where staff put questions, take a paper form in, or hand the device over. */
public record DeskQuestionsPage(
        String base,
        String name,
        List<Instrument> measures,
        List<String> chosen,
        String session,
        List<Line> lines,
        boolean hasWord,
        ZoneId zone,
        Errors errors) {

    /** Questions that were put, what became of them, and the moment that goes with it. */
    public record Line(Asking asking, List<Instrument> measures, Asking.State state, Instant when) {
        /** The same questions, to be named in an address. */
        public String asked() {
            return asking.instruments().stream().collect(Collectors.joining("&measure=", "?measure=", ""));
        }

        public boolean canBeAnswered() {
            return state == Asking.State.OPEN || state == Asking.State.TO_COME;
        }
    }
}
