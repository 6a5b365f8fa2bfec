package tombolo.inventory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.ClosenessCircles;
import tombolo.ui.Errors;

/** What has changed between two kept pictures: the list first, the two pictures beside each other after it. */
public record ThenAndNowPage(
        CirclesPage.Place place,
        List<KeptPicture> kept,
        @Nullable Compared compared,
        List<String> moments,
        Typed typed) {

    /** What was chosen and typed about a picture to keep, and what could not be taken of it. */
    public record Typed(String moment, String title, Errors errors) {
        static final Typed NOTHING = new Typed("day", "", Errors.none());
    }

    /** A picture that was kept, and what it is called. */
    public record KeptPicture(String id, String name) {}

    /** The two that are compared. {@code now} is empty for today. */
    public record Compared(
            String then,
            String now,
            String thenName,
            String nowName,
            List<Told> changes,
            ClosenessCircles before,
            ClosenessCircles after) {}

    /** All changes of one kind. */
    public record Told(String kind, List<String> lines) {}
}
