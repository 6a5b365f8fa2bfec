package tombolo.ui.web;

import java.util.List;
import tombolo.ui.Conflict;

/** Two versions of the same thing, side by side; or, where it {@code stands} as it is, why. */
public record ConflictPage(List<Conflict.Difference> differences, String back, boolean stands) {

    /** Where neither side is in words there is nothing to put side by side. */
    static ConflictPage of(Conflict conflict) {
        return new ConflictPage(
                conflict.differences().stream()
                        .filter(one -> conflict.stands()
                                || !one.yours().isEmpty()
                                || !one.theirs().isEmpty())
                        .toList(),
                conflict.back(),
                conflict.stands());
    }

    /** Whether anything of the person's own stands beside how it is now. */
    public boolean wrote() {
        return differences.stream().anyMatch(one -> !one.yours().isEmpty());
    }
}
