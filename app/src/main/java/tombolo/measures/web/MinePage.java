package tombolo.measures.web;

import java.time.ZoneId;
import java.util.List;
import tombolo.measures.Asking;

/** What somebody can answer now. */
public record MinePage(List<Asking> open, ZoneId zone) {}
