package tombolo.enquiries.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tombolo.enquiries.Enquiry.State;

/** Everybody who reached out and waits, the longest waiting first; and those whose enquiry has ended and is not forgotten yet. */
public record EnquiriesPage(List<Row> open, List<Row> ended, ZoneId zone) {

    /**
     * One enquiry, without its words.
     *
     * @param name what they like to be called; may be empty
     * @param waited working days since it came
     * @param holder who has it in hand; may be empty
     * @param forgotten the day it is erased if nothing comes of it
     */
    public record Row(
            String href,
            String name,
            Instant sent,
            int waited,
            LocalDate answerBy,
            boolean overdue,
            State state,
            String holder,
            int tries,
            String reason,
            LocalDate forgotten) {}
}
