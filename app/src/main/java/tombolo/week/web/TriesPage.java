package tombolo.week.web;

import java.time.ZoneId;
import java.util.List;

/** Everything that was to be tried, the newest first. */
public record TriesPage(Where where, List<TryLine> tries, ZoneId zone) {}
