package tombolo.techniques.web;

import java.util.List;
import tombolo.ui.Errors;

/**
 * One step of a piece of work.
 *
 * @param how text key prefix of the technique
 * @param step its id
 * @param action where it is sent to
 * @param back where one goes without it
 * @param draft under which name what is typed is kept meanwhile
 * @param about what whoever it is about is called; empty for nobody yet, and for oneself
 * @param at which step of the path this is, from 1; 0 for one beside it
 * @param of how many there are
 * @param seen the version this was opened from
 * @param looking whether the line was looked at and not kept yet
 */
public record StepPage(
        Place place,
        String how,
        String step,
        String action,
        String back,
        String draft,
        String about,
        int at,
        int of,
        int seen,
        List<Asked> asked,
        boolean looking,
        Errors errors) {

    /** Whose invented lives the examples are from, in the words of their text keys. */
    public static final List<String> LIVES = List.of("older", "parent", "student", "alone");

    /** Text key prefix of this step. */
    public String texts() {
        return how + ".step." + step;
    }
}
