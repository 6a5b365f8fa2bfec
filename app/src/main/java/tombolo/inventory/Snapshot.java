package tombolo.inventory;

import java.util.List;
import tombolo.vault.Confidential;

/** The circles as they were on one day, kept to look back at: at the start, the middle, the end, or any day with a name of its own. */
public record Snapshot(SnapshotId id, Moment moment, Confidential title, Signature signed, List<Kept> people) {

    /** Which moment of the work together. */
    public enum Moment {
        START,
        MIDDLE,
        END,
        DAY
    }

    public Snapshot {
        people = List.copyOf(people);
    }
}
