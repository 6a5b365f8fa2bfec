package tombolo.instruments;

/** How a score stands to an earlier one, once chance has been allowed for. */
public enum Change {
    IMPROVED,
    /** Not enough movement either way to be more than chance. */
    NOT_RELIABLE,
    DETERIORATED
}
