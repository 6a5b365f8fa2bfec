package tombolo.cover.web;

import java.util.List;
import java.util.UUID;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * Handing on the people of a therapist who cannot go on.
 *
 * @param people those who are still with that therapist; nobody when it is done
 */
public record CarryOutWillPage(
        UUID will,
        String therapist,
        List<Choice> people,
        List<Choice> therapists,
        List<String> whom,
        String to,
        boolean agreed,
        Errors errors) {

    /** The same people, in the page's words: who has no name, and whom no message reached. */
    public List<Choice> people(Frame frame) {
        return people.stream()
                .map(one -> new Choice(
                        one.value(),
                        one.label().isEmpty() ? frame.t("people.no-name") : one.label(),
                        one.hint().isEmpty() ? "" : frame.t(one.hint())))
                .toList();
    }
}
