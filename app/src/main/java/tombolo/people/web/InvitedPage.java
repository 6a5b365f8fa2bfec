package tombolo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import tombolo.people.HowToReach;
import tombolo.vault.PersonId;

/** A fresh link, shown this once to whoever passes it on, beside what is safe. */
public record InvitedPage(PersonId person, String name, String link, Instant until, ZoneId zone, HowToReach contact) {}
