package tombolo.timeline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tombolo.database.Ids;

/**
 * What somebody was for others for a while: a mother, a teacher, a carer. A bar below the line, from a time until a time.
 *
 * @param ended absent while they still are
 */
public record RoleBar(
        EntryId id,
        FuzzyDate when,
        @Nullable FuzzyDate ended,
        Words words,
        @Nullable Instant removedAt,
        int version) implements Entry {

    public RoleBar {
        words.mustSay();
        if (ended != null && ended.last().isBefore(when.first())) {
            throw new IllegalArgumentException("A role ends after it began");
        }
    }

    public static RoleBar of(FuzzyDate from, @Nullable FuzzyDate until, Words words) {
        return new RoleBar(new EntryId(Ids.next()), from, until, words, null, 0);
    }

    public Optional<FuzzyDate> until() {
        return Optional.ofNullable(ended);
    }

    @Override
    public Optional<Integer> mood() {
        return Optional.empty();
    }

    @Override
    public RoleBar as(EntryId id, @Nullable Instant removedAt, int version) {
        return new RoleBar(id, when, ended, words, removedAt, version);
    }

    @Override
    public RoleBar saying(Words newWords) {
        return new RoleBar(id, when, ended, newWords, removedAt, version);
    }
}
