package tombolo.instruments;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer a person can choose, by the value printed on the form.
 *
 * <p>Its words are in the {@link Wording}, because they are licensed and translated apart from the value.
 */
public final class Option {
    private final int value;
    private final @Nullable String loinc;

    Option(int value, @Nullable String loinc) {
        this.value = value;
        this.loinc = loinc;
    }

    /** The raw value, before any reversing. */
    public int value() {
        return value;
    }

    /** The LOINC answer code, where one is known and not disputed. */
    public Optional<String> loinc() {
        return Optional.ofNullable(loinc);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
