package tombolo.cover.web;

import java.util.List;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Said;

/**
 * Handing somebody on.
 *
 * @param mayHandOn false for whoever only stands in
 * @param open what must not be lost on the way
 */
public record TransferPage(
        String person,
        String name,
        boolean mayHandOn,
        int version,
        List<Said> open,
        List<Choice> therapists,
        String to,
        String agreedOn,
        boolean agreed,
        String words,
        Errors errors) {}
