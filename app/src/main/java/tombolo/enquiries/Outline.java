package tombolo.enquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.enquiries.Enquiry.State;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** An enquiry without its words: that somebody wrote, since when they wait, and who has it in hand. */
public record Outline(
        EnquiryId id,
        PersonId person,
        Reference reference,
        Instant sent,
        LocalDate answerBy,
        Optional<AccountId> takenBy,
        int tries,
        boolean answered,
        Optional<Instant> ended,
        Optional<Reason> reason) {

    public State state() {
        if (reason.isPresent()) {
            return reason.get() == Reason.BEGAN ? State.BEGAN : State.CLOSED;
        }
        if (answered) {
            return State.ANSWERED;
        }
        return takenBy.isPresent() ? State.TAKEN : State.WAITING;
    }

    /** The promised day has passed and nobody has answered. */
    public boolean isOverdue(LocalDate today) {
        return !answered && ended.isEmpty() && today.isAfter(answerBy);
    }
}
