package tombolo.week;

/** Somebody else has said how it went meanwhile. */
public final class TryChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Try newest;

    TryChanged(Try newest) {
        super("Somebody else has said how it went meanwhile", null, false, false);
        this.newest = newest;
    }

    public Try newest() {
        return newest;
    }
}
