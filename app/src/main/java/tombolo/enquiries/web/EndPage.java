package tombolo.enquiries.web;

import java.util.List;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.ui.Errors;

/** Saying why an enquiry needs nobody any more. */
public record EndPage(String path, String name, String reason, String note, Errors errors) {

    public List<Reason> reasons() {
        return List.of(
                Reason.FOUND_OTHER_HELP,
                Reason.PASSED_ON,
                Reason.NOT_REACHED,
                Reason.CHANGED_THEIR_MIND,
                Reason.NOT_FOR_US);
    }
}
