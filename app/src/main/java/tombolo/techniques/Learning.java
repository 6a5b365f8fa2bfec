package tombolo.techniques;

import java.util.Locale;

/** The four things a person is to learn; each technique serves one of them, and the list of them is laid out by it. */
public enum Learning {
    /** What I need, and how to say it. */
    NEEDS,
    /** How we talk, and how I answer. */
    TALKING,
    /** Who is there. */
    PEOPLE,
    /** Who I am now. */
    CHANGE;

    /** Its text key. */
    public String key() {
        return "techniques.learning." + name().toLowerCase(Locale.ROOT);
    }
}
