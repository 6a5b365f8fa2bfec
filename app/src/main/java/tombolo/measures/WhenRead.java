package tombolo.measures;

/** When a person's answers are read: what every page around them says, so that nobody believes they are watched. */
public enum WhenRead {
    /** Somebody reads them before the two meet. */
    BEFORE_YOU_MEET,
    /** Nobody reads them before the two meet. */
    WHEN_YOU_MEET,
    /** The two sit together. */
    IN_THE_ROOM
}
