package tombolo.safety;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.measures.WhoReads;
import tombolo.people.People;
import tombolo.vault.PersonId;

/**
 * Where a cover is named, and somebody who may answer this person is there, somebody reads in time. Else, and for a therapist
 * alone also right before a session, nobody does, and the question is put in the room.
 */
@Component
class ReadsAnswers implements WhoReads {
    private final Watch watch;
    private final People people;

    ReadsAnswers(Watch watch, People people) {
        this.watch = watch;
        this.people = people;
    }

    @Override
    public boolean somebodyReads(PersonId person, Optional<UUID> appointment, Instant at) {
        return people.find(person)
                .filter(one -> watch.mode(one, at) == Watch.Mode.WATCHED)
                .isPresent();
    }
}
