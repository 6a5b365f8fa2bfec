package tombolo.database;

/** Tombolo will not start like this; the message says why, and what to do, in plain words. */
public final class UnsafeStart extends RuntimeException {
    public UnsafeStart(String words) {
        super(words);
    }

    public UnsafeStart(String words, Throwable cause) {
        super(words, cause);
    }
}
