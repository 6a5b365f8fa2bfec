package tombolo.week;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tombolo.inventory.RelationshipId;
import tombolo.vault.Confidential;

/**
 * A mood on a page, and what those in it are called.
 *
 * @param told where it was told, if it was not written down on the week
 */
public record MoodLine(MoodEntry entry, List<String> with, Optional<MoodTold> told) {
    public MoodLine(MoodEntry entry, List<String> with) {
        this(entry, with, Optional.empty());
    }

    /** @param circles what everybody on the circles is called today */
    public static MoodLine of(MoodEntry entry, Map<RelationshipId, Confidential> circles) {
        return new MoodLine(entry, called(entry, circles));
    }

    /** Those that were written down and those that were told elsewhere, the newest first and each once. */
    public static List<MoodLine> of(
            List<MoodEntry> written, List<MoodTold> told, Map<RelationshipId, Confidential> circles) {
        Stream<MoodLine> elsewhere = told.stream()
                .filter(one -> written.stream().noneMatch(one::isWritten))
                .map(one -> new MoodLine(one.entry(), called(one.entry(), circles), Optional.of(one)));
        return Stream.concat(written.stream().map(entry -> of(entry, circles)), elsewhere)
                .sorted(Comparator.comparing((MoodLine line) -> line.entry().day())
                        .thenComparing(line -> line.entry().writtenAt())
                        .reversed())
                .toList();
    }

    private static List<String> called(MoodEntry entry, Map<RelationshipId, Confidential> circles) {
        return entry.with().stream().map(with -> with.now(circles)).toList();
    }

    /**
     * Where the person reads it.
     *
     * @param week the address of their week
     */
    public String href(String week) {
        return told.map(MoodTold::href).orElse(week + "/moods/" + entry.id());
    }
}
