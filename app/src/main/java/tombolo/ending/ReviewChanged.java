package tombolo.ending;

/** Somebody else has written a newer version meanwhile. */
public final class ReviewChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EndingReview newest;

    ReviewChanged(EndingReview newest) {
        super("Version " + newest.version() + " was written meanwhile", null, false, false);
        this.newest = newest;
    }

    public EndingReview newest() {
        return newest;
    }
}
