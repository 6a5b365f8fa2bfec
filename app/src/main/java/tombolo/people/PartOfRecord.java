package tombolo.people;

import java.util.Optional;
import java.util.Set;
import tombolo.vault.PersonId;

/**
 * A part of somebody's record. A module offers one as a bean; it is then guarded, linked from the person's page and from
 * the desk, named in "what my therapist can see" and in "who has looked", and forgotten with the person. The order of the
 * beans is the order of the links: what the hour needs first, then the work, then how it is kept going.
 */
public interface PartOfRecord {

    /** The noun of the module ("inventory"), as the record of who looked has it. */
    String name();

    /** Text key: what a person calls this part. */
    String title();

    /** Text key: what staff call this part. */
    default String titleForStaff() {
        return title();
    }

    /** Text key: what is in it, in a sentence the person reads. */
    String about();

    /** Who may open it. This is the rule itself, and what the person is told is read from here. */
    Set<Eyes> openTo();

    /** Where the person finds it, if they have a page of it. */
    default Optional<String> pageForThem() {
        return Optional.empty();
    }

    /** Whether their first page leads to it too; the rest is found where they read what their therapist sees. */
    default boolean isOnTheirFirstPage() {
        return pageForThem().isPresent();
    }

    /** Where staff find it, if they have a page of it and there is something on it. */
    default Optional<String> pageForStaff(PersonId person) {
        return Optional.empty();
    }

    /** Whether staff go to it straight from a list of people; the rest is found on the person's page. */
    default boolean isForemost() {
        return false;
    }

    /** Removes the rows of somebody who is being forgotten; their key is destroyed already. Doing it twice changes nothing. */
    default void forget(PersonId person) {}
}
