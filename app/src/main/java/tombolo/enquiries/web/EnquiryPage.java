package tombolo.enquiries.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.enquiries.Enquiry;
import tombolo.people.HowToReach;
import tombolo.ui.Errors;
import tombolo.vault.PersonId;

/**
 * One enquiry as whoever answers it sees it.
 *
 * @param name what they like to be called; may be empty
 * @param words what they wrote; empty where they wrote nothing
 * @param marked what they passed on from the check-in; may be empty
 * @param holder who has it in hand; may be empty
 * @param mine whether that is the viewer
 * @param reply what has been typed about an answer so far
 */
public record EnquiryPage(
        String id,
        PersonId person,
        String name,
        String reference,
        Enquiry.State state,
        Instant sent,
        int waited,
        LocalDate answerBy,
        boolean overdue,
        String holder,
        String holderId,
        boolean mine,
        HowToReach contact,
        String words,
        String marked,
        List<Answered> replies,
        Optional<Ended> ending,
        Optional<Instant> invitation,
        LocalDate forgotten,
        ZoneId zone,
        ReplyForm reply,
        Errors errors) {

    /** One time somebody answered or tried to. */
    public record Answered(String by, Instant at, String how, boolean reached, String said, String next) {}

    /** How it ended. */
    public record Ended(String reason, String by, Instant at, String note) {}

    public String path() {
        return "/desk/enquiries/" + id;
    }

    /** Whether the viewer may say that they will answer. */
    public boolean mayTake() {
        return isOpen() && !mine;
    }

    public boolean isOpen() {
        return ending.isEmpty();
    }
}
