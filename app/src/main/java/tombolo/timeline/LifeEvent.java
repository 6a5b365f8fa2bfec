package tombolo.timeline;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tombolo.database.Ids;

/** Something that happened between people or in a life; it stands below the line. */
public record LifeEvent(
        EntryId id,
        FuzzyDate when,
        Kind kind,
        @Nullable Integer felt,
        Words words,
        @Nullable Instant removedAt,
        int version)
        implements Entry {

    /** What kind of thing it was. */
    public enum Kind {
        /** Somebody died or went; something dear was lost. */
        LOSS,
        /** A quarrel, open or silent. */
        DISPUTE,
        /** A role, a place or a body became another. */
        CHANGE,
        /** Few people, or none, for a while. */
        ISOLATION,
        /** Something good. */
        POSITIVE,
        /** An illness, one's own or another's. */
        HEALTH;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LifeEvent {
        Entry.checkedMood(felt);
        words.mustSay();
    }

    public static LifeEvent of(FuzzyDate when, Kind kind, @Nullable Integer felt, Words words) {
        return new LifeEvent(new EntryId(Ids.next()), when, kind, felt, words, null, 0);
    }

    @Override
    public Optional<Integer> mood() {
        return Optional.ofNullable(felt);
    }

    @Override
    public LifeEvent as(EntryId id, @Nullable Instant removedAt, int version) {
        return new LifeEvent(id, when, kind, felt, words, removedAt, version);
    }

    @Override
    public LifeEvent saying(Words newWords) {
        return new LifeEvent(id, when, kind, felt, newWords, removedAt, version);
    }
}
