package tombolo.ending.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tombolo.ending.EndingReview;
import tombolo.ending.EndingReview.Parts;
import tombolo.ending.EndingReview.Turned;
import tombolo.measures.ScoreChart;

/**
 * The ending's review, to read and to print: what is known already, then and now, and what was written.
 *
 * @param review the newest; empty while none is written
 * @param earlier the versions before it, the newest first
 * @param charts one for each questionnaire there is a score of
 * @param moved who moved on the circles since the first picture that was kept
 * @param names what the circles call people today
 */
public record EndingReviewPage(
        Whose whose,
        Optional<EndingReview> review,
        List<EndingReview> earlier,
        List<ScoreChart> charts,
        Circles moved,
        Map<UUID, String> names,
        ZoneId zone) {

    /**
     * The circles then and now.
     *
     * @param compare where the two pictures stand beside each other; empty while none was kept
     */
    public record Circles(Optional<String> compare, List<Moved> moved) {}

    /** One sort of change, as the end of its text key, and with whom. */
    public record Moved(String kind, List<String> names) {}

    public Parts parts() {
        return review.map(EndingReview::parts).orElse(Parts.BLANK);
    }

    public String called(Turned one) {
        return names.getOrDefault(one.who().value(), one.name());
    }
}
