package tombolo.checkin;

import java.util.Locale;

/** The signs of feeling cut off, from the practice's article: four of them, and the sting of comparing oneself. */
public enum Sign {
    /** Not heard, or not understood. */
    HEARD,
    /** Withdrawing from company. */
    AWAY,
    /** Finding it hard to trust. */
    GUARD,
    /** Sadness or worry that stays. */
    FOLLOWS,
    /** Everyone else seems to be doing better. */
    COMPARING;

    /** How the sign is written in a form and in text keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
