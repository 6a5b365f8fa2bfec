package tombolo.timeline;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tombolo.database.Ids;

/** A point at which it turned: when it began, got worse or better, or was well. It stands above the line. */
public record SymptomMark(
        EntryId id,
        FuzzyDate when,
        Turn turn,
        @Nullable Integer felt,
        Words words,
        @Nullable Instant removedAt,
        int version)
        implements Entry {

    /** Which way it turned. */
    public enum Turn {
        /** Well: before it began, or again. */
        WELL,
        /** When it began. */
        ONSET,
        WORSE,
        BETTER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SymptomMark {
        Entry.checkedMood(felt);
    }

    public static SymptomMark of(FuzzyDate when, Turn turn, @Nullable Integer felt, Words words) {
        return new SymptomMark(new EntryId(Ids.next()), when, turn, felt, words, null, 0);
    }

    @Override
    public Optional<Integer> mood() {
        return Optional.ofNullable(felt);
    }

    @Override
    public SymptomMark as(EntryId id, @Nullable Instant removedAt, int version) {
        return new SymptomMark(id, when, turn, felt, words, removedAt, version);
    }

    @Override
    public SymptomMark saying(Words newWords) {
        return new SymptomMark(id, when, turn, felt, newWords, removedAt, version);
    }
}
