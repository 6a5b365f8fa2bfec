package tombolo.people.web;

import java.util.List;
import java.util.Optional;
import tombolo.people.Person;
import tombolo.people.SafeContact.Way;
import tombolo.people.TypedContact;
import tombolo.ui.Errors;
import tombolo.vault.PersonId;

/**
 * Writing down, or changing, what somebody is called and how they are reached.
 *
 * @param namesakes others the viewer walks with who are called nearly the same; asked about before anybody is added
 */
public record ContactPage(
        Optional<PersonId> person, int version, TypedContact typed, List<Person> namesakes, Errors errors) {

    /** What a draft of it is kept under; of somebody new there is one at a time. */
    public String draft() {
        return draft(person);
    }

    static String draft(Optional<PersonId> person) {
        return person.map(id -> "people.contact:" + id).orElse("people.new");
    }

    public List<Way> offered() {
        return List.of(Way.values());
    }
}
