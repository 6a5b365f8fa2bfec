package tombolo.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody may agree to, one by one. The wording of each version stays in the texts for good
 * ({@code people.consent.record.1}), so that what was agreed to can be read again; a changed wording is a new version.
 */
public enum Purpose {
    /** Keeping a record here at all. Without it there is nothing to sign in to. */
    RECORD(1, true, true),
    /** The therapist may talk the work over with a supervisor, without the name. */
    SUPERVISION(1, false, true),
    /** Scores may count in the practice's figures, among others and without the name. */
    FIGURES(1, false, true),
    /** Having this therapy at all, with a therapist. */
    CARE(1, false, false),
    /** Short neutral messages by the way that is safe. */
    MESSAGES(1, false, false),
    /** A letter to the family doctor. */
    GP_LETTER(1, false, false),
    /** Recording a session, for the therapist to learn from. */
    RECORDING(1, false, false);

    private final int version;
    private final boolean needed;
    private final boolean atTheDoor;

    Purpose(int version, boolean needed, boolean atTheDoor) {
        this.version = version;
        this.needed = needed;
        this.atTheDoor = atTheDoor;
    }

    /** The wording people read today. */
    public int version() {
        return version;
    }

    public boolean isNeeded() {
        return needed;
    }

    /** What somebody is asked when they come in; the rest waits until they sit together. */
    public static List<Purpose> atTheDoor() {
        return Arrays.stream(values()).filter(purpose -> purpose.atTheDoor).toList();
    }

    /** Text key of what it is called. */
    public String title() {
        return text(version) + ".title";
    }

    /** Text key of what agreeing means. */
    public String body() {
        return text(version) + ".body";
    }

    /** Text key of what follows here from agreeing, and from taking it back: no part of the words agreed to. */
    public String follows() {
        return "people.consents.follows." + name();
    }

    String text(int ofVersion) {
        return "people.consent." + name().toLowerCase(Locale.ROOT) + "." + ofVersion;
    }
}
