package tombolo.enquiries;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/** Somebody reached out, and was told by which day a named human answers. It ends in an invitation, or is forgotten. */
public final class Enquiry {
    /** After this long nobody needs the words of somebody who did not come. */
    public static final Duration KEPT = Duration.ofDays(90);

    private final EnquiryId id;
    private final PersonId person;
    private final Reference reference;
    private final Instant sent;
    private final LocalDate answerBy;
    private final Optional<Confidential> words;
    private final Optional<Confidential> marked;
    private final List<Reply> replies;
    private final int version;
    private Optional<Taken> taken;
    private Optional<Ending> ending;

    /** A name for an enquiry that says nothing about who sent it. */
    public record EnquiryId(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** One human has said: I will answer this. */
    public record Taken(AccountId by, Instant at) {}

    /** How an enquiry came to its end, by whom (nobody where the person came in by themself), and when. */
    public record Ending(Reason reason, Optional<AccountId> by, Instant at, Confidential note) {}

    /** Why an enquiry needs nobody any more. */
    public enum Reason {
        /** They begin here: by invitation, or in person. */
        BEGAN,
        FOUND_OTHER_HELP,
        PASSED_ON,
        NOT_REACHED,
        CHANGED_THEIR_MIND,
        NOT_FOR_US
    }

    /** Where an enquiry stands; each is a line on the therapist's list. */
    public enum State {
        /** Nobody has said yet that they will answer. */
        WAITING,
        /** Somebody has; nobody has been reached. */
        TAKEN,
        /** The person has been spoken with. */
        ANSWERED,
        /** The person begins here. */
        BEGAN,
        /** It ended some other way. */
        CLOSED
    }

    Enquiry(
            EnquiryId id,
            PersonId person,
            Reference reference,
            Instant sent,
            LocalDate answerBy,
            Optional<Confidential> words,
            Optional<Confidential> marked,
            Optional<Taken> taken,
            List<Reply> replies,
            Optional<Ending> ending,
            int version) {
        this.id = id;
        this.person = person;
        this.reference = reference;
        this.sent = sent;
        this.answerBy = answerBy;
        this.words = words;
        this.marked = marked;
        this.taken = taken;
        this.replies = new ArrayList<>(replies);
        this.ending = ending;
        this.version = version;
    }

    /** It arrives with a promise that does not move afterwards. */
    public static Enquiry sent(
            EnquiryId id,
            PersonId person,
            Reference reference,
            Instant when,
            LocalDate answerBy,
            Optional<Confidential> words,
            Optional<Confidential> marked) {
        return new Enquiry(
                id, person, reference, when, answerBy, words, marked, Optional.empty(), List.of(), Optional.empty(), 0);
    }

    public EnquiryId id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    public Reference reference() {
        return reference;
    }

    public Instant sent() {
        return sent;
    }

    /** The day we promised. */
    public LocalDate answerBy() {
        return answerBy;
    }

    /** What they wanted us to know, if anything. */
    public Optional<Confidential> words() {
        return words;
    }

    /** What they marked in the check-in and chose to pass on, if anything. */
    public Optional<Confidential> marked() {
        return marked;
    }

    public Optional<Taken> taken() {
        return taken;
    }

    public List<Reply> replies() {
        return List.copyOf(replies);
    }

    public Optional<Ending> ending() {
        return ending;
    }

    int version() {
        return version;
    }

    public State state() {
        if (ending.isPresent()) {
            return ending.get().reason() == Reason.BEGAN ? State.BEGAN : State.CLOSED;
        }
        if (isAnswered()) {
            return State.ANSWERED;
        }
        return taken.isPresent() ? State.TAKEN : State.WAITING;
    }

    /** They have been spoken with, or written with; trying is not answering. */
    public boolean isAnswered() {
        return replies.stream().anyMatch(Reply::reached);
    }

    /** The promised day has passed and nobody has answered. */
    public boolean isOverdue(LocalDate today) {
        return !isAnswered() && ending.isEmpty() && today.isAfter(answerBy);
    }

    /** Nobody came of it for 90 days: then it is forgotten. Somebody who began here is a person in care and is not. */
    public boolean isForgottenAt(Instant now) {
        return state() != State.BEGAN && !now.isBefore(sent.plus(KEPT));
    }

    /** "I will answer this." Taking over from a colleague is said the same way. */
    public void takeOn(AccountId who, Instant when) {
        refuseIfEnded();
        this.taken = Optional.of(new Taken(who, when));
    }

    /** Whoever answers has taken it on, if nobody had. */
    public void answer(Reply reply) {
        refuseIfEnded();
        replies.add(reply);
        if (taken.isEmpty()) {
            this.taken = Optional.of(new Taken(reply.by(), reply.at()));
        }
    }

    public void end(Reason reason, AccountId by, Instant when, Confidential note) {
        refuseIfEnded();
        this.ending = Optional.of(new Ending(reason, Optional.of(by), when, note));
    }

    /** They have come in by invitation. However it had ended before, it has begun now. */
    public void begins(Instant when) {
        this.ending = Optional.of(new Ending(Reason.BEGAN, Optional.empty(), when, Confidential.of("")));
    }

    private void refuseIfEnded() {
        ending.ifPresent(it -> {
            throw new IllegalStateException("This enquiry ended: " + it.reason() + " at " + it.at());
        });
    }
}
