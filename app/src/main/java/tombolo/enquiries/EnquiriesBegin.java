package tombolo.enquiries;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.people.Enrolled;
import tombolo.time.ProgrammeTime;

/** Whoever comes in by invitation has begun: their enquiry has reached its end, and what they wrote stays theirs. */
@Component
class EnquiriesBegin {
    private final EnquiryRows rows;
    private final ProgrammeTime time;

    EnquiriesBegin(EnquiryRows rows, ProgrammeTime time) {
        this.rows = rows;
        this.time = time;
    }

    @EventListener
    void began(Enrolled enrolled) {
        rows.of(enrolled.person())
                .filter(it -> it.state() != Enquiry.State.BEGAN)
                .ifPresent(enquiry -> {
                    enquiry.begins(time.now());
                    if (!rows.save(enquiry)) {
                        throw new IllegalStateException("The enquiry was changed while its sender came in");
                    }
                });
    }
}
