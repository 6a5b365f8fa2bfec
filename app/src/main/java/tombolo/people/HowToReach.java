package tombolo.people;

import java.util.List;
import java.util.stream.Stream;
import tombolo.people.SafeContact.Trace;
import tombolo.people.SafeContact.Way;
import tombolo.vault.Confidential;

/**
 * How someone is reached, laid out for whoever is about to do it: with what is safe said, and what is not.
 *
 * @param address the number as it is read aloud, or the e-mail address; may be empty
 * @param never what this way could leave behind and must not
 * @param closed whether they have said that this way is not safe any more
 */
public record HowToReach(Way way, String address, List<Trace> safe, List<Trace> never, String hours, boolean closed) {

    /** For staff in that country (ISO 3166). */
    public static HowToReach of(SafeContact contact, String country) {
        String address = contact.address().map(Confidential::words).orElse("");
        return new HowToReach(
                contact.way(),
                contact.way() == Way.PHONE ? Telephone.spoken(address, country) : address,
                Stream.of(Trace.values()).filter(contact::isSafe).toList(),
                contact.way() == Way.PHONE
                        ? Stream.of(Trace.VOICE_MESSAGE, Trace.TEXT)
                                .filter(trace -> !contact.isSafe(trace))
                                .toList()
                        : List.of(),
                contact.hours().map(Confidential::words).orElse(""),
                contact.closed().isPresent());
    }

    @Override
    public String toString() {
        return "HowToReach[…]";
    }
}
