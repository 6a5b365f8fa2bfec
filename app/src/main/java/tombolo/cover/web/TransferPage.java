package tombolo.cover.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Said;

/**
 * Handing somebody on.
 *
 * @param mayHandOn false for whoever only stands in
 * @param before each time they were handed on, the newest first
 * @param open what must not be lost on the way
 */
public record TransferPage(
        String person,
        String name,
        boolean mayHandOn,
        int version,
        List<Before> before,
        List<Said> open,
        List<Choice> therapists,
        String to,
        String agreedOn,
        boolean agreed,
        String words,
        Errors errors) {

    /**
     * They were handed on before, with the names of the two.
     *
     * @param agreedOn when they agreed; empty where nobody could ask them
     * @param words what they said about it; may be empty
     */
    public record Before(String from, String to, LocalDate on, Optional<LocalDate> agreedOn, String words) {}
}
