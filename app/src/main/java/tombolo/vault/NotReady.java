package tombolo.vault;

import java.util.Set;

/** Nobody real can be taken in yet: what they write could not be brought back if this machine were lost. */
public final class NotReady extends RuntimeException {
    private final transient Set<Readiness.Missing> missing;

    NotReady(Set<Readiness.Missing> missing) {
        super("Nobody real can be taken in before this is done: " + missing);
        this.missing = Set.copyOf(missing);
    }

    public Set<Readiness.Missing> missing() {
        return missing;
    }
}
