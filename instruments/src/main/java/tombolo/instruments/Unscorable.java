package tombolo.instruments;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Too many answers are missing for a score, and these are the ones.
 *
 * @param missing the unanswered items, in the order of the form
 */
public record Unscorable(List<Item> missing, int answered, RiskAnswer risk) implements Scored {

    public Unscorable {
        missing = List.copyOf(missing);
    }

    @Override
    public String toString() {
        return missing.stream()
                .map(item -> Integer.toString(item.number()))
                .collect(Collectors.joining(", ", "missing ", ""));
    }
}
