package tombolo.vault;

/** Words somebody wrote in confidence: they can be read on purpose, never by accident in a log or a message. */
public final class Confidential {
    private final String words;

    private Confidential(String words) {
        this.words = words;
    }

    public static Confidential of(String words) {
        return new Confidential(words);
    }

    /** Reading somebody's words is recorded: see {@link AuditChain}. */
    public String words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confidential that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return "(confidential)";
    }
}
