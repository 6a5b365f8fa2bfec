package tombolo.cover.web;

import java.util.List;
import java.util.UUID;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

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
        Errors errors) {}
