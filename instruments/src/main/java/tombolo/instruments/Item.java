package tombolo.instruments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question of a questionnaire, by the number printed beside it.
 *
 * <p>An item can be asked without being scored, like the PHQ-9's question on difficulty.
 */
public final class Item {
    private final int position;
    private final int number;
    private final String optionSet;
    private final List<Option> options;
    private final boolean scored;
    private final boolean reversed;
    private final Set<Integer> counted;
    private final @Nullable String loinc;
    private final int lowest;
    private final int highest;
    private final boolean[] offered;

    Item(
            int position,
            int number,
            String optionSet,
            List<Option> options,
            boolean scored,
            boolean reversed,
            Set<Integer> counted,
            @Nullable String loinc) {
        this.position = position;
        this.number = number;
        this.optionSet = optionSet;
        this.options = List.copyOf(options);
        this.scored = scored;
        this.reversed = reversed;
        this.counted = Set.copyOf(counted);
        this.loinc = loinc;
        this.lowest = options.stream().mapToInt(Option::value).min().orElseThrow();
        this.highest = options.stream().mapToInt(Option::value).max().orElseThrow();
        this.offered = new boolean[highest - lowest + 1];
        options.forEach(option -> offered[option.value() - lowest] = true);
    }

    /** The number printed on the form, by which everybody speaks of the item. */
    public int number() {
        return number;
    }

    /** The options in the order they are printed. */
    public List<Option> options() {
        return options;
    }

    /** Whether the item adds to the score. */
    public boolean scored() {
        return scored;
    }

    /** Whether a high answer means less of what is measured, so that the scorer turns it round. */
    public boolean reversed() {
        return reversed;
    }

    /** The LOINC code of the question, where one is known and not disputed. */
    public Optional<String> loinc() {
        return Optional.ofNullable(loinc);
    }

    /** Whether the form offers this value. */
    public boolean offers(int value) {
        return value >= lowest && value <= highest && offered[value - lowest];
    }

    /** Where the item stands among all the items of its form, from 0. */
    int position() {
        return position;
    }

    String optionSet() {
        return optionSet;
    }

    /** The lowest value the form offers. */
    public int lowest() {
        return lowest;
    }

    /** The highest value the form offers. */
    public int highest() {
        return highest;
    }

    /** The answer turned round where the item is reversed. */
    int direct(int value) {
        return reversed ? lowest + highest - value : value;
    }

    boolean counts(int value) {
        return counted.contains(value);
    }

    @Override
    public String toString() {
        return "item " + number;
    }
}
