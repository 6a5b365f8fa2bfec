package tombolo.continuity;

/** A backup or a restore that cannot go on; the message says why, and what to do, in plain words. */
public final class Trouble extends RuntimeException {
    public Trouble(String words) {
        super(words);
    }

    public Trouble(String words, Throwable cause) {
        super(words, cause);
    }
}
