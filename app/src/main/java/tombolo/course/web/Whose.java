package tombolo.course.web;

import tombolo.people.Person;
import tombolo.vault.Confidential;

/** Whose course a page at the desk shows: an id for addresses, and what they are called; may be empty. */
public record Whose(String person, String name) {
    static Whose of(Person person) {
        return new Whose(
                person.id().toString(), person.name().map(Confidential::words).orElse(""));
    }

    /** Where their pages are. */
    public String base() {
        return "/desk/people/" + person;
    }

    @Override
    public String toString() {
        return "Whose[…]";
    }
}
