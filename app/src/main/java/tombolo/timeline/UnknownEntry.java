package tombolo.timeline;

/** There is no such thing on this timeline, or not any more. */
public final class UnknownEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEntry() {
        super("not on this timeline", null, false, false);
    }
}
