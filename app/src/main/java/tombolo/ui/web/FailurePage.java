package tombolo.ui.web;

import java.util.List;
import tombolo.ui.Area;

/**
 * What is shown when a page cannot be: the kind of failure, and whatever the person had typed, kept for them to copy.
 *
 * @param door where to sign in again, where a sign-in had ended; else empty
 */
public record FailurePage(String kind, List<Typed> typed, String door) {

    /** Whether it was a person of their own pages, who may have been saying that they are not safe. */
    public boolean unsafe() {
        return door.equals(Area.MY.door());
    }

    /** One field of the form that could not be sent. */
    public record Typed(String field, String words) {}
}
