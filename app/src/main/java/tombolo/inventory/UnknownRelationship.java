package tombolo.inventory;

/** Nobody of this kind is on these circles, or not any more. */
public final class UnknownRelationship extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRelationship() {
        super("No such relationship on these circles", null, false, false);
    }
}
