package tombolo.ui;

/** There is nothing here for this viewer; what may not be seen looks exactly like what does not exist. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells nothing, on purpose. */
    public NotFound() {
        super("not found", null, false, false);
    }
}
