package tombolo.ui;

import java.util.List;

/** Two people changed the same thing at once; the page shows both versions and the person chooses. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Difference> differences;
    private final String back;

    /** What differs, and where the form can be opened again. */
    public Conflict(List<Difference> differences, String back) {
        super("changed meanwhile", null, false, false);
        this.differences = List.copyOf(differences);
        this.back = back;
    }

    /** What differs, field by field. */
    public List<Difference> differences() {
        return differences;
    }

    /** Where the newest version can be opened. */
    public String back() {
        return back;
    }

    /** One field as the person wrote it and as it stands now; {@code label} is a text key. */
    public record Difference(String label, String yours, String theirs) {}
}
