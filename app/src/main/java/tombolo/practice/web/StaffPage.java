package tombolo.practice.web;

import java.util.List;
import java.util.Set;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * Who works here, and, for a manager who has shown a key, who may do what.
 *
 * @param link a new colleague's link, the one time it is shown
 */
public record StaffPage(
        boolean manager,
        boolean proved,
        List<Line> lines,
        List<Invited> invited,
        List<Choice> roles,
        String name,
        Set<String> chosen,
        String link,
        String linkFor,
        Errors errors) {

    /**
     * One colleague.
     *
     * @param ticked what stands in the boxes: their roles, or what was ticked and not done
     * @param anyway {@code roles} or {@code closing} where that form asks whether to do it all the same, though there are
     *     people in their care who have not been handed on
     */
    public record Line(
            String id,
            String name,
            Set<String> roles,
            Set<String> ticked,
            boolean working,
            boolean joining,
            String invitedBy,
            boolean me,
            String anyway) {}

    /** Somebody asked to join. */
    public record Invited(String id, String name, Set<String> roles, String by, long days) {}

    /** True when the page may change things. */
    public boolean mayChange() {
        return manager && proved;
    }
}
