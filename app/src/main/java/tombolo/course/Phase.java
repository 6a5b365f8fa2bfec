package tombolo.course;

/** Where in the course a session lies. */
public enum Phase {
    /** Getting to know what happened and who is there, and agreeing what to work on. */
    INITIAL,
    /** The work on the focus. */
    MIDDLE,
    /** Looking back, saying goodbye, and preparing for what may come. */
    ENDING
}
