package tombolo.ui;

/** One answer a person may choose: what is sent, what they read, and a hint that may be empty. */
public record Choice(String value, String label, String hint) {
    /** A choice that needs no hint. */
    public Choice(String value, String label) {
        this(value, label, "");
    }
}
