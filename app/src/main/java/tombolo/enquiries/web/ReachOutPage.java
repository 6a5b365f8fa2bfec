package tombolo.enquiries.web;

import java.util.List;
import java.util.Optional;
import tombolo.enquiries.Answering;
import tombolo.people.SafeContact.Way;
import tombolo.ui.Errors;

/**
 * The page on which somebody reaches out.
 *
 * @param answering who answers and by when; empty while the database is away
 * @param trouble text key of why it could not be sent just now; empty when all is well
 */
public record ReachOutPage(ReachOutForm form, Errors errors, Optional<Answering> answering, String trouble) {

    /** The ways to be reached that make sense here. */
    public List<Way> offered() {
        return ours().isEmpty() ? List.of(Way.PHONE, Way.EMAIL) : List.of(Way.PHONE, Way.EMAIL, Way.THEY_RING);
    }

    /** The number somebody may ring themself; may be empty. */
    public String ours() {
        return answering.flatMap(Answering::phone).orElse("");
    }

    /** Whether something from the check-in came along. */
    public boolean broughtSomething() {
        return !form.marked().isEmpty();
    }
}
