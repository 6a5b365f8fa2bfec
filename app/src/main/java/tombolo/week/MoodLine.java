package tombolo.week;

import java.util.List;
import java.util.Map;
import tombolo.inventory.RelationshipId;
import tombolo.vault.Confidential;

/** An entry on a page, and what those in it are called. */
public record MoodLine(MoodEntry entry, List<String> with) {

    /** @param circles what everybody on the circles is called today */
    public static MoodLine of(MoodEntry entry, Map<RelationshipId, Confidential> circles) {
        return new MoodLine(
                entry, entry.with().stream().map(with -> with.now(circles)).toList());
    }
}
