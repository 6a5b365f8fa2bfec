package tombolo.instruments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a person answered to one questionnaire, question by question; unanswered is a state of its own and never zero.
 *
 * <p>Values are the raw ones printed on the form. Every value present is one the form offers.
 */
public final class Answers {
    /** Stands for an unanswered question where answers are held as bare integers. */
    public static final int UNANSWERED = Integer.MIN_VALUE;

    private final Instrument instrument;
    private final int[] values;

    private Answers(Instrument instrument, int[] values) {
        this.instrument = instrument;
        this.values = values;
    }

    static Answers none(Instrument instrument) {
        int[] values = new int[instrument.items().size()];
        Arrays.fill(values, UNANSWERED);
        return new Answers(instrument, values);
    }

    /**
     * Answers by item number; items not named are unanswered.
     *
     * @throws IllegalArgumentException if an item does not exist or does not offer the value
     */
    static Answers of(Instrument instrument, Map<Integer, Integer> byNumber) {
        Answers answers = none(instrument);
        byNumber.forEach((number, value) -> answers.put(instrument.item(number), value));
        return answers;
    }

    /**
     * Answers to the scored items in the order of the form, {@link #UNANSWERED} for the unanswered.
     *
     * @throws IllegalArgumentException if there are too few or too many, or a value is not offered
     */
    static Answers ofScored(Instrument instrument, int... scored) {
        List<Item> items = instrument.total().items();
        if (scored.length != items.size()) {
            throw new IllegalArgumentException(
                    instrument.id() + " has " + items.size() + " scored items, not " + scored.length);
        }
        Answers answers = none(instrument);
        for (int i = 0; i < scored.length; i++) {
            if (scored[i] != UNANSWERED) {
                answers.put(items.get(i), scored[i]);
            }
        }
        return answers;
    }

    private void put(Item item, int value) {
        if (!item.offers(value)) {
            throw new IllegalArgumentException(
                    instrument.id() + " " + item + " offers " + item.options() + ", not " + value);
        }
        values[item.position()] = value;
    }

    /** The same answers with one given or changed. */
    public Answers with(int number, int value) {
        Answers changed = new Answers(instrument, values.clone());
        changed.put(instrument.item(number), value);
        return changed;
    }

    /** The same answers with one taken back. */
    public Answers without(int number) {
        Answers changed = new Answers(instrument, values.clone());
        changed.values[instrument.item(number).position()] = UNANSWERED;
        return changed;
    }

    /** The value chosen for an item, if it was answered. */
    public OptionalInt to(Item item) {
        int value = raw(item);
        return value == UNANSWERED ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** The unanswered items among the scored ones. */
    public List<Item> unanswered() {
        return unanswered(instrument.total().items());
    }

    List<Item> unanswered(List<Item> among) {
        List<Item> missing = new ArrayList<>();
        for (Item item : among) {
            if (raw(item) == UNANSWERED) {
                missing.add(item);
            }
        }
        return missing;
    }

    /** The questionnaire these are answers to. */
    public Instrument instrument() {
        return instrument;
    }

    int raw(Item item) {
        return values[item.position()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers
                && answers.instrument.id().equals(instrument.id())
                && Arrays.equals(answers.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Names the questionnaire only: what somebody answered has no place in a log. */
    @Override
    public String toString() {
        return "answers to " + instrument.id();
    }
}
