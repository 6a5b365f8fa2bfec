package tombolo.enquiries;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tombolo.database.EachApart;
import tombolo.database.Job;
import tombolo.people.ForgetPerson;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;

/** Forgets everybody who reached out 90 days ago and did not begin here. */
@Component
class ForgetEnquiries implements Job {
    private final EnquiryRows rows;
    private final ForgetPerson forgetPerson;
    private final ProgrammeTime time;
    private final EachApart each;

    ForgetEnquiries(EnquiryRows rows, ForgetPerson forgetPerson, ProgrammeTime time, EachApart each) {
        this.rows = rows;
        this.forgetPerson = forgetPerson;
        this.time = time;
        this.each = each;
    }

    @Override
    public String name() {
        return "forget-enquiries";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Each in a transaction of their own, so that a trouble with one does not keep all. */
    @Override
    public void run() {
        Instant then = time.now().minus(Enquiry.KEPT);
        each.run(() -> rows.notBegunSince(then), person -> forget(person, then));
    }

    /** Somebody may have come in since the list was made. */
    private void forget(PersonId person, Instant then) {
        if (rows.hasNotBegunSince(then, person)) {
            forgetPerson.forget(person);
        }
    }
}
