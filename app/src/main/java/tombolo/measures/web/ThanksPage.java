package tombolo.measures.web;

import tombolo.measures.WhenRead;

/**
 * What comes after the answers: help first where it may be needed, and no score before it.
 *
 * @param leftOpen whether the question about ending one's life was left open
 * @param action where the answer to "are you safe" is sent, or where somebody goes on from the help they met first
 * @param kept whether answers were kept before this page; on {@link Moment#UNSAFE}, whether somebody is told
 * @param read when the answers are read
 */
public record ThanksPage(
        Moment moment, boolean leftOpen, boolean kept, String action, String pass, boolean signedIn, WhenRead read) {

    /** Where in it the person is. */
    public enum Moment {
        THANKS,
        HELP,
        /** They said yes where nobody reads: help first, and nobody is told. */
        ENDING,
        /** They said it, and it could not be kept any more: help first, and nobody is told. */
        UNHEARD,
        SAFE,
        UNSAFE
    }

    /** Whether the device is the therapist's. */
    public boolean room() {
        return read == WhenRead.IN_THE_ROOM;
    }

    /** Text key of what the page is called. */
    public String title() {
        return switch (moment) {
            case THANKS -> "measures.thanks.title";
            case HELP -> "measures.help.title";
            case ENDING, UNHEARD -> "measures.ending.title";
            case SAFE -> "measures.safe.title";
            case UNSAFE -> "measures.unsafe.title";
        };
    }
}
