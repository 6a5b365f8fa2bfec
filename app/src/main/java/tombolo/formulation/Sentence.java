package tombolo.formulation;

import java.util.Locale;

/** The sentences of an interpersonal formulation, in the order in which they are said. Each may be left out. */
public enum Sentence {
    /** Since when, and what it has been like. */
    SINCE,
    /** What these things together are called. */
    MEANING,
    /** What happened around the time it began. */
    BEGAN,
    /** How it has been between the person and somebody. */
    BETWEEN,
    /** What happens between people, and what it does to the mood. */
    PATTERN,
    /** What a low mood does, and what that makes harder. */
    CIRCLE,
    /** The area the work is about. */
    AREA,
    /** What is strong, and who stands by. */
    STRENGTHS,
    /** What the coming weeks are for. */
    WORK;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
