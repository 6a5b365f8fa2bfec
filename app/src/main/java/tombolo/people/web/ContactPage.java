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
 * @param closed whether they have said that the way we know is not safe any more
 * @param safeAgain whether it is ticked that it is safe again
 */
public record ContactPage(
        Optional<PersonId> person,
        int version,
        TypedContact typed,
        List<Person> namesakes,
        boolean closed,
        boolean safeAgain,
        Errors errors) {

    /** Of somebody new. */
    static ContactPage fresh(TypedContact typed, List<Person> namesakes, Errors errors) {
        return new ContactPage(Optional.empty(), 0, typed, namesakes, false, false, errors);
    }

    /** Of somebody we know. */
    static ContactPage of(Person person, int version, TypedContact typed, boolean safeAgain, Errors errors) {
        return new ContactPage(
                Optional.of(person.id()),
                version,
                typed,
                List.of(),
                person.contact().closed().isPresent(),
                safeAgain,
                errors);
    }

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
