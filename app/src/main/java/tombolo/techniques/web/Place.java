package tombolo.techniques.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tombolo.people.Person;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Whose work a page shows.
 *
 * @param base what the addresses of the work begin with
 * @param desk whether staff read it
 * @param name what the person is called, for staff; may be empty
 * @param alone whether no therapist walks with the person
 */
public record Place(String base, boolean desk, String person, String name, boolean alone) {

    /** One's own, or that of the person the address names; the loading decides whether there is one. */
    static PersonId whose(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    static Place of(Viewer viewer, Person person) {
        boolean themself = viewer.person().equals(Optional.of(person.id()));
        return new Place(
                themself ? "/my/techniques" : "/desk/people/" + person.id() + "/techniques",
                !themself,
                person.id().toString(),
                person.name().map(Confidential::words).orElse(""),
                person.therapists().isEmpty());
    }

    /** Where the person's first page, or their record, is. */
    public String home() {
        return desk ? "/desk/people/" + person : "/my";
    }

    /** Where the circles are. */
    public String circles() {
        return home() + "/circles";
    }

    /** What a draft is about, for staff. */
    public String about() {
        return desk ? person : "";
    }
}
