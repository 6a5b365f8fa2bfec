package tombolo.accounts;

import tombolo.ui.Area;

/** Before this act somebody shows once more that it is them. */
public final class ProofNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Area area;
    private final String back;

    ProofNeeded(Area area, String back) {
        super("a key must be shown first", null, false, false);
        this.area = area;
        this.back = back;
    }

    /** Where they are. */
    public Area area() {
        return area;
    }

    /** The page they go on with. */
    public String back() {
        return back;
    }
}
