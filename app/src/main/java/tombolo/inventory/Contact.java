package tombolo.inventory;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often two people are in touch, and in which ways. */
public record Contact(@Nullable Often often, Set<Way> ways) {
    public static final Contact UNSAID = new Contact(null, Set.of());

    public Contact {
        EnumSet<Way> ordered = EnumSet.noneOf(Way.class);
        ordered.addAll(ways);
        ways = java.util.Collections.unmodifiableSet(ordered);
    }

    /** About how often. */
    public enum Often {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY,
        NOT_NOW
    }

    /** By which way. */
    public enum Way {
        MEETING,
        CALLING,
        WRITING
    }
}
