package tombolo.ui.web;

import java.util.List;
import tombolo.ui.Conflict;

/** Two versions of the same thing, side by side; or why what stands there stands. */
public record ConflictPage(List<Conflict.Difference> differences, String back) {

    /** Whether nobody changed anything, and it only cannot be as it was wished. */
    public boolean stands() {
        return !differences.isEmpty()
                && differences.stream()
                        .allMatch(one -> one.yours().isEmpty() && one.theirs().isEmpty());
    }
}
