package tombolo.timeline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing on the timeline: how it felt, what happened, or what somebody was for others for a while. */
public sealed interface Entry permits SymptomMark, LifeEvent, RoleBar {
    EntryId id();

    FuzzyDate when();

    Words words();

    /** How the mood was then, from 0, as low as can be, to 10; empty where it was not said. */
    Optional<Integer> mood();

    /** When it was taken off, while it can still be put back. */
    @Nullable
    Instant removedAt();

    int version();

    default boolean removed() {
        return removedAt() != null;
    }

    /** The same thing, told again under its own id. */
    Entry as(EntryId id, @Nullable Instant removedAt, int version);

    /** The same thing in other words. */
    Entry saying(Words newWords);

    /** The same thing, about one more of those on the circles. */
    default Entry about(Involved one) {
        return saying(words().and(one));
    }

    /** Moods go from 0 to 10. */
    int HIGHEST_MOOD = 10;

    static @Nullable Integer checkedMood(@Nullable Integer mood) {
        if (mood != null && (mood < 0 || mood > HIGHEST_MOOD)) {
            throw new IllegalArgumentException("A mood lies between 0 and " + HIGHEST_MOOD + ", not at " + mood);
        }
        return mood;
    }
}
