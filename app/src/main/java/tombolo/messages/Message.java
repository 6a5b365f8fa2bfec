package tombolo.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.Confidential;

/**
 * One message, from the moment somebody asks for it until it is over.
 *
 * @param way how it went or would have gone; empty while that is not decided
 * @param words empty once its time of being kept is over
 * @param address where it went; empty while that is not decided, and once its time of being kept is over
 * @param notBefore the moment from which it may go
 * @param uselessAfter the moment from which it would only confuse
 * @param ended when it was over, if it is
 * @param noted whether somebody at the desk has seen to it that it did not arrive, or its reason went while it was handed over
 */
public record Message(
        UUID id,
        MessageKind kind,
        State state,
        Optional<Way> way,
        Optional<Words> words,
        Optional<Confidential> address,
        Instant made,
        Instant notBefore,
        Instant uselessAfter,
        Optional<Instant> ended,
        boolean noted) {

    /** How long the words of a message are kept after it is over; that there was one stays. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** A hand-over lasts two minutes at most; whoever has not come back after this has died over it. */
    static final Duration LOST_AFTER = Duration.ofMinutes(10);

    /** The pauses before the second, third, … try: growing, and a bit more than a day in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12));

    /** Where a message stands. */
    public enum State {
        /** It waits for its time, for an hour that suits, or for the next try. */
        WAITING,
        /** It is being handed over at this moment. */
        SENDING,
        /** It was handed over. */
        SENT,
        /** Whether it was handed over is not known, and it is not tried again: nobody gets a message twice. */
        UNKNOWN,
        /** It was not sent: this practice does not send by that way. */
        NOT_SENT,
        /** It could not be handed over, and is not tried any more. */
        FAILED,
        /** Its time passed before it could go. */
        EXPIRED,
        /** No way to write to them is known to be safe. */
        NOT_SAFE,
        /** They have not agreed to be written to, or do not any more. */
        NOT_AGREED,
        /** Its reason is gone. */
        WITHDRAWN;

        public boolean isOver() {
            return this != WAITING && this != SENDING;
        }

        /** It did not reach them, or perhaps not. */
        public boolean isUndelivered() {
            return switch (this) {
                case UNKNOWN, NOT_SENT, FAILED, EXPIRED, NOT_SAFE, NOT_AGREED -> true;
                case WAITING, SENDING, SENT, WITHDRAWN -> false;
            };
        }
    }

    /** Somebody has to say it in another way, and has not yet. */
    public boolean needsSomebody() {
        return !noted && state.isUndelivered() && (kind.mustArrive() || state == State.FAILED);
    }

    /** How long to wait after so many tries; empty when it has been tried enough. */
    static Optional<Duration> pauseAfter(int tries) {
        return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
    }
}
