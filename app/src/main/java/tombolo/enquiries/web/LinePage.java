package tombolo.enquiries.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tombolo.enquiries.Enquiry.State;
import tombolo.people.HowToReach;

/** One enquiry as whoever runs the practice sees it: that it waits and how to reach them, without a word of theirs. */
public record LinePage(
        String name,
        String reference,
        State state,
        Instant sent,
        int waited,
        LocalDate answerBy,
        boolean overdue,
        String holder,
        int tries,
        HowToReach contact,
        ZoneId zone) {}
