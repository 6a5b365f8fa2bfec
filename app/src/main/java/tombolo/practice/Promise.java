package tombolo.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How soon a practice answers: in so many of its working days, by the end of the last. */
public record Promise(int days, WorkingDays open, ZoneId zone) {

    /** The day by which something that arrives now is answered. */
    public LocalDate answerBy(Instant arrives) {
        return open.after(LocalDate.ofInstant(arrives, zone), days);
    }

    /** For how many working days something that arrived then has waited. */
    public int waited(Instant arrived, LocalDate today) {
        return open.since(LocalDate.ofInstant(arrived, zone), today);
    }
}
