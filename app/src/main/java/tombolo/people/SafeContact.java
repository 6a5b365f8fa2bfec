package tombolo.people;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tombolo.vault.Confidential;

/**
 * How someone is reached without anyone beside them noticing. What is not known to be safe is not safe.
 *
 * @param way the way they chose
 * @param address the number ({@code +447700900123}) or e-mail address, if the way needs one
 * @param safe what may be left behind where others might find it
 * @param hours when it is safe, in their words
 * @param closed since when the person says that this way is not safe any more, if they do
 */
public record SafeContact(
        Way way,
        Optional<Confidential> address,
        Set<Trace> safe,
        Optional<Confidential> hours,
        Optional<Instant> closed) {

    /** Who begins. */
    public enum Way {
        PHONE,
        EMAIL,
        /** They ring us, and say the reference of their enquiry. */
        THEY_RING,
        /** They come, or somebody brings word: nothing to write down. */
        IN_PERSON;

        public boolean needsAddress() {
            return this == PHONE || this == EMAIL;
        }
    }

    /** What contact can leave behind for somebody else to find. */
    public enum Trace {
        VOICE_MESSAGE,
        TEXT,
        EMAIL
    }

    public SafeContact {
        if (way.needsAddress() != address.isPresent()) {
            throw new IllegalArgumentException(
                    way + (way.needsAddress() ? " needs an address" : " has no use for an address"));
        }
        if (closed.isPresent() && !way.needsAddress()) {
            throw new IllegalArgumentException(way + " has nothing to close");
        }
        safe = safe.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(safe));
    }

    /** A way nobody has closed. */
    public SafeContact(Way way, Optional<Confidential> address, Set<Trace> safe, Optional<Confidential> hours) {
        this(way, address, safe, hours, Optional.empty());
    }

    /** For somebody who has not said how they may be reached. */
    public static SafeContact inPerson() {
        return new SafeContact(Way.IN_PERSON, Optional.empty(), Set.of(), Optional.empty());
    }

    public boolean isSafe(Trace trace) {
        return closed.isEmpty() && safe.contains(trace);
    }

    /** Somebody else may read or hear it: nothing is safe there any more, whatever was before. */
    SafeContact closedAt(Instant when) {
        return new SafeContact(way, address, Set.of(), hours, Optional.of(when));
    }

    /** Whether both lead to the same place. */
    boolean isSameWayAs(SafeContact other) {
        return way == other.way && address.equals(other.address);
    }
}
