package tombolo.enquiries.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a person first wrote to the practice, and when they were answered, as they read it later themself. */
public record FirstWordsPage(Optional<First> first, ZoneId zone) {

    /**
     * Their own words, as they stood.
     *
     * @param words what they wrote; empty where they wrote nothing
     * @param marked what they passed on from the check-in; may be empty
     */
    public record First(Instant sent, String words, String marked, List<Tried> answers) {}

    /** One time somebody answered or tried to; what was said of it stands with the therapist. */
    public record Tried(String by, Instant at, String how, boolean reached) {}
}
