package tombolo.enquiries.web;

import java.util.Set;
import tombolo.enquiries.Answering;
import tombolo.people.SafeContact.Trace;

/** What is about to be sent, to be looked at once more. */
public record CheckPage(ReachOutForm form, Answering answering) {

    /** The number as it is read aloud. */
    public String number() {
        return form.contact().number(answering.country());
    }

    public Set<Trace> traces() {
        return form.contact().traces();
    }
}
