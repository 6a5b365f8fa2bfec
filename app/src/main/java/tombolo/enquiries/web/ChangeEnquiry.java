package tombolo.enquiries.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tombolo.enquiries.Enquiries;
import tombolo.enquiries.Enquiry;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.ui.Conflict;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Viewer;

/** Changes an enquiry as it stands now, once for a press; whoever was slower sees what the other did. */
@Component
class ChangeEnquiry {
    private final Enquiries enquiries;
    private final AuditChain audit;
    private final Once once;

    ChangeEnquiry(Enquiries enquiries, AuditChain audit, Once once) {
        this.enquiries = enquiries;
        this.audit = audit;
        this.once = once;
    }

    /** For one press of a button; leads to the enquiry. */
    String once(UUID idem, String done, Viewer viewer, UUID id, Consumer<Enquiry> change) {
        return "redirect:" + once.effect(idem, () -> now(done, viewer, id, change));
    }

    /** As a part of something larger that is done once; answers where to go next. */
    String now(String done, Viewer viewer, UUID id, Consumer<Enquiry> change) {
        Enquiry enquiry =
                enquiries.visibleTo(viewer).toChange(new EnquiryId(id)).enquiry();
        change.accept(enquiry);
        if (!enquiries.save(enquiry)) {
            throw new Conflict(List.of(), address(id));
        }
        audit.record(viewer, Act.WROTE, enquiry.person(), "enquiries");
        return address(id) + "?done=" + done;
    }

    /** @throws Conflict when somebody else has ended it meanwhile; what was typed is shown beside what they noted */
    void refuseIfEnded(Viewer viewer, Enquiry enquiry, String typed) {
        enquiry.ending().ifPresent(ending -> {
            audit.record(viewer, Act.READ, enquiry.person(), "enquiries");
            throw new Conflict(
                    List.of(new Conflict.Difference(
                            "enquiries.conflict.ended", typed, ending.note().words())),
                    address(enquiry.id().value()));
        });
    }

    static String address(UUID id) {
        return "/desk/enquiries/" + id;
    }
}
