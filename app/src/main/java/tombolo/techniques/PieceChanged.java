package tombolo.techniques;

/** The piece of work was changed meanwhile, on another device or by somebody else. */
public final class PieceChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Piece newest;

    PieceChanged(Piece newest) {
        super("The piece of work was changed meanwhile", null, false, false);
        this.newest = newest;
    }

    public Piece newest() {
        return newest;
    }
}
