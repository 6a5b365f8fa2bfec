package tombolo.sessions.web;

import java.time.Instant;
import java.time.ZoneId;
import tombolo.people.Person;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionNote;
import tombolo.ui.Said;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * Whose hour a page is about, in view at all times: name, session and time.
 *
 * @param name what the person is called; may be empty
 * @param spokenOf how they want to be spoken of, in their words; may be empty
 * @param planned how many sessions were agreed, 0 where that is not known
 */
public record Whose(PersonId person, String name, String spokenOf, Hour hour, int planned, Instant held, ZoneId zone) {

    static Whose of(Person person, String spokenOf, SessionNote note, int planned, ZoneId zone) {
        return new Whose(
                person.id(),
                person.name().map(Confidential::words).orElse(""),
                spokenOf,
                note.hour(),
                planned,
                note.begunAt(),
                zone);
    }

    /** Session n of N, or the how-manieth follow-up. */
    public Said place() {
        return place(hour, planned);
    }

    static Said place(Hour hour, int planned) {
        if (hour.isFollowUp()) {
            return Said.of("sessions.desk.follow-up", hour.place());
        }
        if (hour.isMissed()) {
            return Said.of("sessions.desk.missed");
        }
        return planned > 0
                ? Said.of("sessions.desk.n-of", hour.number(), planned)
                : Said.of("sessions.desk.n", hour.number());
    }

    /** The key of a text for this kind of hour. */
    public String its(String key) {
        return hour.isSession() ? key : key + (hour.isFollowUp() ? ".follow-up" : ".missed");
    }

    /** Where everything about this person's sessions is. */
    public String base() {
        return "/desk/people/" + person + "/session";
    }
}
