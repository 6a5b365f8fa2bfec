package tombolo.inventory;

import org.jspecify.annotations.Nullable;

/** One thing that changed on the circles: what it was before (absent for somebody new), what it is after, who did it and when. */
public record Change(Kind kind, @Nullable Relationship before, Relationship after, Signature signed) {

    /** What sort of change. */
    public enum Kind {
        ADDED,
        MOVED,
        WISHED,
        REGROUPED,
        DESCRIBED,
        REMOVED,
        PUT_BACK
    }
}
