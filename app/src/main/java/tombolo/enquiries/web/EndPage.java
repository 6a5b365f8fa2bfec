package tombolo.enquiries.web;

import java.util.List;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.ui.Errors;

/**
 * Saying why an enquiry needs nobody any more.
 *
 * @param person who wrote, by their id: what is typed here is about them
 */
public record EndPage(String id, String person, String name, String reason, String note, Errors errors) {

    public String path() {
        return "/desk/enquiries/" + id;
    }

    public List<Reason> reasons() {
        return List.of(
                Reason.FOUND_OTHER_HELP,
                Reason.PASSED_ON,
                Reason.NOT_REACHED,
                Reason.CHANGED_THEIR_MIND,
                Reason.NOT_FOR_US);
    }
}
