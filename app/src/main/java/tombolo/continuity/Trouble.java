package tombolo.continuity;

/** A backup or a restore that cannot go on; the message says why, and what to do, in plain words. */
final class Trouble extends RuntimeException {
    Trouble(String words) {
        super(words);
    }

    Trouble(String words, Throwable cause) {
        super(words, cause);
    }
}
