package tombolo.people;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/**
 * Others in the viewer's own care who are called nearly the same: a note for the wrong person begins with two names alike.
 * Names are laid beside each other in memory only, and only those of people the viewer walks with: what a name is like tells
 * nobody of anybody else.
 */
@Component
public class Namesakes {
    private final People people;

    Namesakes(People people) {
        this.people = people;
    }

    /** Of somebody who is to be written down. */
    public List<Person> of(Viewer viewer, String name) {
        Called called = Called.of(name);
        return people.visibleTo(viewer).all().stream()
                .filter(one -> one.name()
                        .map(Confidential::words)
                        .map(Called::of)
                        .filter(called::isLike)
                        .isPresent())
                .toList();
    }

    /** Of somebody whose record is open; of somebody the viewer does not walk with there are none. */
    public List<Person> of(Viewer viewer, Person person) {
        Optional<String> name = person.name().map(Confidential::words);
        return name.filter(called -> person.therapists().contains(viewer.account()))
                .map(called -> of(viewer, called).stream()
                        .filter(one -> !one.id().equals(person.id()))
                        .toList())
                .orElse(List.of());
    }
}
