package tombolo.ui.web;

import java.util.List;
import tombolo.ui.Conflict;

/** Two versions of the same thing, side by side. */
public record ConflictPage(List<Conflict.Difference> differences, String back) {}
