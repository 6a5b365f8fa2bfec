package tombolo.inventory;

/** What the person says of a relationship in their own words; empty where they said nothing. */
public record Words(String about, String good, String hard, String mine, String theirs, String change) {
    /** Characters in one field. */
    public static final int MOST = 2000;

    public static final Words NONE = new Words("", "", "", "", "", "");

    public boolean isNone() {
        return equals(NONE);
    }

    /** Confidential: nothing of it may get into a log by accident. */
    @Override
    public String toString() {
        return "(confidential)";
    }
}
