package tombolo.timeline;

/** Somebody else changed the same thing meanwhile. */
public final class EntryChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Entry current;

    EntryChanged(Entry current) {
        super("It is at version " + current.version() + " by now", null, false, false);
        this.current = current;
    }

    /** As it stands now. */
    public Entry current() {
        return current;
    }
}
