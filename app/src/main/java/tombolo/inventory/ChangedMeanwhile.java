package tombolo.inventory;

/** Somebody else changed this relationship after the page was opened; nothing was saved. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Relationship current;

    ChangedMeanwhile(Relationship current) {
        super("The relationship is at version " + current.version(), null, false, false);
        this.current = current;
    }

    /** As it stands now. */
    public Relationship current() {
        return current;
    }
}
