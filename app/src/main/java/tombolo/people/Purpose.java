package tombolo.people;

import java.util.Locale;

/**
 * What somebody may agree to, one by one. The wording of each version stays in the texts for good
 * ({@code people.consent.record.1}), so that what was agreed to can be read again; a changed wording is a new version.
 */
public enum Purpose {
    /** Keeping a record here at all. Without it there is nothing to sign in to. */
    RECORD(1, true),
    /** The therapist may talk the work over with a supervisor, without the name. */
    SUPERVISION(1, false),
    /** Scores may count in the practice's figures, among others and without the name. */
    FIGURES(1, false);

    private final int version;
    private final boolean needed;

    Purpose(int version, boolean needed) {
        this.version = version;
        this.needed = needed;
    }

    /** The wording people read today. */
    public int version() {
        return version;
    }

    public boolean isNeeded() {
        return needed;
    }

    /** Text key of what it is called. */
    public String title() {
        return text(version) + ".title";
    }

    /** Text key of what agreeing means. */
    public String body() {
        return text(version) + ".body";
    }

    String text(int ofVersion) {
        return "people.consent." + name().toLowerCase(Locale.ROOT) + "." + ofVersion;
    }
}
