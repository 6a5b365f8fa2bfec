package tombolo.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.PersonId;

/**
 * Questions put to somebody, usually before a session. They are answered all together and once.
 *
 * @param course the course they belong to, if one was under way
 * @param instruments the questionnaires, in the order they are asked
 * @param session the number of the session they are asked before
 * @param opens from when they can be answered
 * @param closes until when
 * @param guesses how many wrong words were typed at the link
 * @param inRoom whether they are answered on the therapist's device, where the person needs no word
 * @param press which press of the button answered them
 */
public record Asking(
        UUID id,
        PersonId person,
        Optional<UUID> course,
        List<String> instruments,
        Optional<UUID> appointment,
        Optional<Integer> session,
        Instant opens,
        Instant closes,
        int guesses,
        boolean inRoom,
        Optional<Instant> answered,
        Optional<UUID> press,
        Optional<Instant> withdrawn) {

    /** After this many wrong words a link opens nothing any more. */
    public static final int MOST_GUESSES = 5;

    /** How long a page of questions may lie open before the word is asked for again. */
    static final Duration AT_HAND = Duration.ofHours(4);

    /** How long a device stays handed over. */
    static final Duration IN_ROOM = Duration.ofHours(1);

    public Asking {
        instruments = List.copyOf(instruments);
    }

    /** What has become of the questions. */
    public enum State {
        /** They cannot be answered yet. */
        TO_COME,
        OPEN,
        ANSWERED,
        /** Their time went by without an answer. */
        MISSED,
        WITHDRAWN
    }

    public State state(Instant now) {
        if (answered.isPresent()) {
            return State.ANSWERED;
        }
        if (withdrawn.isPresent()) {
            return State.WITHDRAWN;
        }
        if (now.isBefore(opens)) {
            return State.TO_COME;
        }
        return now.isBefore(closes) ? State.OPEN : State.MISSED;
    }

    public boolean isOpen(Instant now) {
        return state(now) == State.OPEN;
    }
}
