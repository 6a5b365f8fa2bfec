package tombolo.measures.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tombolo.instruments.Instrument;
import tombolo.measures.Alert;
import tombolo.measures.AlertAction;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * What asks the therapist to look again, and what was decided.
 *
 * @param unwatched whether this person is asked, at a distance, what no rule watches
 */
public record LookAgainPage(
        String person,
        String name,
        boolean unwatched,
        List<Line> open,
        List<Line> done,
        Map<String, String> fields,
        Errors errors) {

    public String base() {
        return "/desk/people/" + person;
    }

    /**
     * One of them.
     *
     * @param instrument the questionnaire it was found in
     * @param who who decided; empty while nobody has
     */
    public record Line(Alert alert, Optional<Instrument> instrument, LocalDate raised, String who, LocalDate decided) {
        public String words() {
            return alert.acknowledged()
                    .flatMap(Alert.Acknowledgement::words)
                    .map(words -> words.words())
                    .orElse("");
        }
    }

    public String told(Frame frame, Line line) {
        return frame.t(line.alert()
                .says(line.instrument().map(one -> Named.measure(frame, one)).orElse("")));
    }

    public String when(Frame frame, Line line) {
        String day = frame.day(line.raised());
        return line.alert()
                .session()
                .map(session -> frame.t("measures.desk.look.raised.session", day, session))
                .orElseGet(() -> frame.t("measures.desk.look.raised", day));
    }

    public String decided(Frame frame, Line line) {
        return line.alert()
                .acknowledged()
                .map(it -> frame.t(
                        "measures.desk.look.decided",
                        frame.day(line.decided()),
                        line.who(),
                        frame.t("measures.desk.look.action." + it.action().word())))
                .orElse("");
    }

    public List<Choice> actions(Frame frame) {
        return Arrays.stream(AlertAction.values())
                .map(one -> new Choice(one.name(), frame.t("measures.desk.look.action." + one.word())))
                .toList();
    }

    public String typed(String field) {
        return fields.getOrDefault(field, "");
    }
}
