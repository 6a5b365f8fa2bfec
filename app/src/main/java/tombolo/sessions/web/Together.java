package tombolo.sessions.web;

import java.util.List;
import tombolo.vault.PersonId;

/**
 * What can be worked on together in the hour: what lies half-done, and what fits this part of the course and its focus. The rest
 * is one press further.
 */
public record Together(PersonId person, List<Work> halfDone, List<Work> offered) {
    public Together {
        halfDone = List.copyOf(halfDone);
        offered = List.copyOf(offered);
    }

    /**
     * One piece of work.
     *
     * @param title text key
     * @param about what whoever it is about is called, where the thread knows; may be empty
     */
    public record Work(String title, String about, String href) {}

    /** Where all the pieces of work are, and every technique. */
    public String all() {
        return "/desk/people/" + person + "/techniques";
    }
}
