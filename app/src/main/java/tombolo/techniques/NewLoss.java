package tombolo.techniques;

import java.time.LocalDate;
import tombolo.timeline.SpokenDate;

/** How new a loss is, by when somebody said it was: one of the last two months is better walked with somebody (D.5). */
public enum NewLoss {
    /** Nobody has said when it was. */
    UNTOLD,
    /** What was said is no time that can be read. */
    UNREAD,
    /** It was of late, or may have been: the time is not told to the day, and may be that near. */
    OF_LATE,
    LONGER_AGO;

    /** The question about the day they died. */
    public static final String DAY = "date";

    private static final int MONTHS = 2;

    public static NewLoss told(String when, LocalDate today) {
        return when.isBlank()
                ? UNTOLD
                : SpokenDate.heard(when, today)
                        .date()
                        .map(died -> died.last().isAfter(today.minusMonths(MONTHS)) ? OF_LATE : LONGER_AGO)
                        .orElse(UNREAD);
    }
}
