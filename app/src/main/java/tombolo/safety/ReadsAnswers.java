package tombolo.safety;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.measures.WhoReads;
import tombolo.vault.PersonId;

/**
 * Where a cover is named, somebody reads in time. Where none is, and for a therapist alone also right before a session,
 * nobody does, and the question is put in the room.
 */
@Component
class ReadsAnswers implements WhoReads {
    private final Watch watch;

    ReadsAnswers(Watch watch) {
        this.watch = watch;
    }

    @Override
    public boolean somebodyReads(PersonId person, Optional<UUID> appointment, Instant at) {
        return watch.isWatched();
    }
}
