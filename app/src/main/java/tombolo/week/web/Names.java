package tombolo.week.web;

import java.util.List;
import java.util.Map;
import tombolo.inventory.RelationshipId;
import tombolo.vault.Confidential;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLine;
import tombolo.week.MoodTold;
import tombolo.week.Try;
import tombolo.week.With;

/** What people are called on a page: as the circles have it today, or as they were called then if they have left. */
record Names(Map<RelationshipId, Confidential> today) {

    String of(With with) {
        return with.now(today);
    }

    TryLine line(Try tried) {
        return new TryLine(tried, tried.words().with().map(this::of).orElse(""));
    }

    List<TryLine> tries(List<Try> tries) {
        return tries.stream().map(this::line).toList();
    }

    List<MoodLine> moods(List<MoodEntry> entries) {
        return entries.stream().map(entry -> MoodLine.of(entry, today)).toList();
    }

    List<MoodLine> moods(List<MoodEntry> entries, List<MoodTold> told) {
        return MoodLine.of(entries, told, today);
    }

    /** Shows no name. */
    @Override
    public String toString() {
        return "names";
    }
}
