package tombolo.sessions.web;

import java.time.Instant;
import java.time.ZoneId;
import tombolo.people.Person;
import tombolo.sessions.SessionNote;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * Whose hour a page is about, in view at all times: name, session and time.
 *
 * @param name what the person is called; may be empty
 * @param planned how many sessions were agreed, 0 where that is not known
 */
public record Whose(PersonId person, String name, int session, int planned, Instant held, ZoneId zone) {

    static Whose of(Person person, SessionNote note, int planned, ZoneId zone) {
        return new Whose(
                person.id(),
                person.name().map(Confidential::words).orElse(""),
                note.hour().number(),
                planned,
                note.begunAt(),
                zone);
    }

    /** Where everything about this person's sessions is. */
    public String base() {
        return "/desk/people/" + person + "/session";
    }
}
