package tombolo.measures.web;

import java.time.Instant;
import java.time.ZoneId;
import tombolo.people.HowToReach;

/** A link to questions, shown once, and the way by which it may be sent. */
public record LinkPage(String base, String link, Instant until, HowToReach contact, ZoneId zone) {}
