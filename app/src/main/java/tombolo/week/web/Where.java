package tombolo.week.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tombolo.people.Person;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Whose week a page shows.
 *
 * @param home where the week itself is
 * @param base what the addresses of its parts begin with
 * @param desk whether staff read it
 * @param name what the person is called, for staff; may be empty
 */
public record Where(String home, String base, boolean desk, String person, String name) {

    /** One's own, or that of the person the address names; the loading decides whether there is one. */
    static PersonId whose(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    static Where of(Viewer viewer, Person person) {
        boolean themself = viewer.person().equals(Optional.of(person.id()));
        String desk = "/desk/people/" + person.id() + "/week";
        return new Where(
                themself ? "/my" : desk,
                themself ? "/my/week" : desk,
                !themself,
                person.id().toString(),
                person.name().map(Confidential::words).orElse(""));
    }

    /** What a draft is about, for staff. */
    public String about() {
        return desk ? person : "";
    }
}
