package tombolo.measures.web;

import java.time.Instant;
import java.time.ZoneId;

/** A link to questions, shown once. */
public record LinkPage(String base, String link, Instant until, ZoneId zone) {}
