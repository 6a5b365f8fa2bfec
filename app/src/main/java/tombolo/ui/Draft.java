package tombolo.ui;

import java.time.Instant;
import java.util.Map;

/** What someone typed into a form and did not send: their words by field, and when they were saved. */
public record Draft(Map<String, String> words, Instant savedAt) {
    public Draft {
        words = Map.copyOf(words);
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "a draft of " + words.size() + " fields";
    }
}
