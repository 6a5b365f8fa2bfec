package tombolo.measures;

/** What a therapist decided to do about an alert; one of these, chosen by a human. */
public enum AlertAction {
    /** Speak about how we work together. */
    ALLIANCE,
    /** Look at the focus again. */
    FOCUS,
    /** Speak about what makes change hard just now. */
    MOTIVATION,
    /** Bring in other people. */
    SUPPORTS,
    /** Speak about safety. */
    RISK,
    /** Medication, or another kind of help. */
    STEP_UP,
    /** Take it to supervision. */
    SUPERVISION;

    /** The end of its text key. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
