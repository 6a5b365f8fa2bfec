package tombolo.ui;

import java.util.List;

/**
 * Two people changed the same thing at once; the page shows both versions and the person chooses. Or nobody changed anything,
 * and it cannot be as it was wished.
 */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Difference> differences;
    private final String back;
    private final boolean stands;

    /** What differs, and where the form can be opened again. */
    public Conflict(List<Difference> differences, String back) {
        this(differences, back, false);
    }

    private Conflict(List<Difference> differences, String back, boolean stands) {
        super(stands ? "it stands as it is" : "changed meanwhile", null, false, false);
        this.differences = List.copyOf(differences);
        this.back = back;
        this.stands = stands;
    }

    /** Nobody changed anything, and it stands as it is; {@code why} is a text key, and {@code back} where it can be opened. */
    public static Conflict stands(String why, String back) {
        return new Conflict(List.of(new Difference(why, "", "")), back, true);
    }

    /** Whether nobody changed anything, and the only difference says why it cannot be as it was wished. */
    public boolean stands() {
        return stands;
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
