package tombolo.measures;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.PersonId;

/**
 * Whether somebody reads, in time, what a person answers to the question about ending their life. Where nobody does, the
 * question is not asked. Safety offers this as a bean; without one, it is asked only face to face.
 */
public interface WhoReads {

    /**
     * @param appointment the session the questions are asked before, if they are asked before one
     * @param at when the questions are put
     */
    boolean somebodyReads(PersonId person, Optional<UUID> appointment, Instant at);
}
