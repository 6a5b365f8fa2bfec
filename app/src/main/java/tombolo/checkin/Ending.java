package tombolo.checkin;

/** What someone says about thoughts of ending their life; it is never graded, it only decides what is shown first. */
public enum Ending {
    NO,
    /** Yes, or not sure: help comes before any result. */
    YES,
    /** Skipped, or rather not said: help is among the next steps. */
    UNSAID
}
