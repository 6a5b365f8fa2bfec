package tombolo.week.web;

import java.util.List;
import tombolo.week.MoodEntry;

/** An entry on a page, and what those in it are called. */
public record MoodLine(MoodEntry entry, List<String> with) {}
