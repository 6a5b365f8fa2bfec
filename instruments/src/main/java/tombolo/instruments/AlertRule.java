package tombolo.instruments;

/**
 * The plain rules by which a therapist is asked to look again at how a course goes. Each says what has happened; none of
 * them says what will.
 */
public enum AlertRule {
    /** R1: a score has risen, since the first, by what counts as more than chance. */
    RELIABLY_WORSE,
    /** R2: two rises one after the other, and now above the best score by what counts as more than chance. */
    RISING,
    /** R3: a third of the sessions, or half of them, are over with no reliable fall, and it is still a case. */
    NO_RELIABLE_FALL,
    /** R4: the question about ending one's life was answered with anything above "not at all", or left open. */
    RISK_ANSWER,
    /** R5: two sets of questions, or two sessions, were missed one after the other. */
    MISSED,
    /**
     * Its own, and no threshold: at the same two reviews there is a curve of a questionnaire with a published cut-off for
     * which nobody has published how big a change must be. R1 to R3 say nothing about it, so a human looks.
     */
    LOOK_AT_CURVE
}
