package tombolo.week.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.week.MoodLine;

/**
 * The mood log, the newest first.
 *
 * @param earlier the day from which the next page goes back, if there is one
 */
public record MoodsPage(Where where, List<MoodLine> moods, Optional<LocalDate> earlier) {}
