package tombolo.course;

import java.util.Locale;

/** What is found out and decided at the start, each a page of its own, in any order that suits the two of them. */
public enum IntakeTask {
    /** Whom to ring, how they want to be spoken of, and that they are grown up. */
    DETAILS(true, false),
    /** When they were last well, what came then, and earlier times. */
    HISTORY(true, false),
    MEDICATION(true, false),
    /** The answers they gave, gone through together. */
    SYMPTOMS(false, false),
    /** What a clinician has recorded. */
    EPISODE(false, false),
    /** Whether this therapy fits now, or another kind of help comes first. */
    SUITABILITY(false, false),
    /** That it is an illness, and can be treated. Only on a recorded episode. */
    NAMING(false, true);

    private final boolean lasts;
    private final boolean needsEpisode;

    IntakeTask(boolean lasts, boolean needsEpisode) {
        this.lasts = lasts;
        this.needsEpisode = needsEpisode;
    }

    /** True for what holds for the person and is not asked again in a later course. */
    public boolean lasts() {
        return lasts;
    }

    /** True for what is not there before a clinician has recorded an episode. */
    public boolean needsEpisode() {
        return needsEpisode;
    }

    /** As addresses and texts have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
