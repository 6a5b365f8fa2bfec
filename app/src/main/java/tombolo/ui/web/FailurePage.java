package tombolo.ui.web;

import java.util.List;

/** What is shown when a page cannot be: the kind of failure, and whatever the person had typed, kept for them to copy. */
public record FailurePage(String kind, List<Typed> typed) {
    /** One field of the form that could not be sent. */
    public record Typed(String field, String words) {}
}
