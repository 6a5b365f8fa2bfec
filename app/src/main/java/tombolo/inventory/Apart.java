package tombolo.inventory;

/** A place beside the rings, for those who matter and stand on none of them. */
public enum Apart implements Position {
    /** Named, and still to be laid on a ring. */
    NOT_PLACED,
    /** Somebody hoped for: a friend to be made, a helper to be found. */
    NOT_YET_MET,
    /** Gone out of this life, by whoever's choice. */
    LEFT,
    DIED
}
