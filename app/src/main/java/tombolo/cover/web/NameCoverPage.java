package tombolo.cover.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * Saying who is there instead, while somebody is away.
 *
 * @param seen who it is now, as the form sends it back
 * @param name what they are called; empty where nobody is
 */
public record NameCoverPage(
        UUID absence,
        String therapist,
        Instant from,
        Instant until,
        ZoneId zone,
        String seen,
        String name,
        List<Choice> covers,
        String cover,
        Errors errors) {

    /** Who may cover, in the page's words. */
    public List<Choice> covers(Frame frame) {
        return WhoCovers.inWords(covers, frame);
    }
}
