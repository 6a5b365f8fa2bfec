package tombolo.enquiries;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** Somebody reaches out: from the moment they send it they are a person of their own, with a key of their own, under a promise. */
@Component
public class ReachOut {
    /** How long the page that says "it is sent" can be opened again: a browser's history should not tell for ever. */
    private static final Duration SHOWN = Duration.ofHours(24);

    private final People people;
    private final EnquiryRows rows;
    private final WhoAnswers whoAnswers;
    private final Once once;
    private final AuditChain audit;
    private final ProgrammeTime time;

    ReachOut(People people, EnquiryRows rows, WhoAnswers whoAnswers, Once once, AuditChain audit, ProgrammeTime time) {
        this.people = people;
        this.rows = rows;
        this.whoAnswers = whoAnswers;
        this.once = once;
        this.audit = audit;
        this.time = time;
    }

    /** It has arrived: who has it, by which day they answer, and what to say on the telephone. */
    public record Sent(Answering answering, LocalDate answerBy, Reference reference) {}

    /** What to tell somebody who writes now; nothing while neither the database nor memory knows. */
    public Optional<Answering> answering() {
        return whoAnswers.now();
    }

    /** False while this practice may not keep anybody's words yet. */
    public boolean isOpen() {
        return whoAnswers.mayKeepWords();
    }

    /** Sends it where nobody counts how often. */
    public String send(UUID idem, Letter letter) {
        return send(idem, letter, () -> true);
    }

    /**
     * Sends it, once however often the button is pressed; answers where to go next.
     *
     * @param mayWrite asked only for a letter that was not sent before: nobody is told to wait with what has arrived
     * @throws TooOften when it may not be written now; nothing is kept then
     */
    public String send(UUID idem, Letter letter, BooleanSupplier mayWrite) {
        return once.effect(idem, () -> {
            if (!mayWrite.getAsBoolean()) {
                throw new TooOften();
            }
            return "/reach-out/sent/" + arrive(letter).reference().text();
        });
    }

    /** Too many letters from one corner of the network; this one was not kept. */
    public static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooOften() {
            super("too many letters at once", null, false, false);
        }
    }

    /** Whether we have heard of them before is neither asked nor told. */
    private Enquiry arrive(Letter letter) {
        Instant now = time.now();
        Person person = Person.met(letter.name(), letter.contact(), now);
        people.add(person);
        Enquiry enquiry = Enquiry.sent(
                new EnquiryId(Ids.next()),
                person.id(),
                Reference.fresh(),
                now,
                whoAnswers.answerBy(now),
                letter.words(),
                letter.marked());
        rows.add(enquiry);
        audit.record(Act.WROTE, person.id(), "enquiries");
        return enquiry;
    }

    /** For whoever has just sent it. */
    @Transactional
    public Optional<Sent> justSent(Reference reference) {
        return rows.promised(reference)
                .filter(it -> time.now().isBefore(it.sent().plus(SHOWN)))
                .flatMap(it -> answering().map(who -> new Sent(who, it.answerBy(), reference)));
    }
}
