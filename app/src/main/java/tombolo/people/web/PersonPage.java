package tombolo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.people.Care;
import tombolo.people.Consent;
import tombolo.people.HowToReach;
import tombolo.people.Person;
import tombolo.people.web.PersonLine.PartLink;

/**
 * One person: what they are called, how they are safely reached, and who walks with them.
 *
 * @param spokenOf how they want to be spoken of, in their words; may be empty
 * @param namesakes others the viewer walks with who are called nearly the same
 * @param invitation until when a link is open, if one is
 * @param mayInvite whether they have not come in yet and the viewer may ask them in
 */
public record PersonPage(
        Person person,
        String name,
        String spokenOf,
        List<Person> namesakes,
        HowToReach contact,
        List<Walk> walks,
        List<PartLink> parts,
        List<Consent> consents,
        Optional<Instant> invitation,
        boolean mayInvite,
        ZoneId zone) {

    /** Somebody who walks or walked with them. */
    public record Walk(String therapist, Care care) {}
}
