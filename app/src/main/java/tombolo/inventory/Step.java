package tombolo.inventory;

import java.util.List;

/** What was done in one go, and is taken back in one go: the number of the step on these circles, and its changes. */
public record Step(int number, List<Change> changes) {
    public Step {
        changes = List.copyOf(changes);
    }
}
