package tombolo.techniques;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tombolo.timeline.FuzzyDate;

/** When somebody began to feel as they do, seen from what happened (A.5, grief 1 and role transition 1). */
public enum Onset {
    BEFORE,
    SOON,
    MONTHS,
    YEARS,
    UNSURE;

    /** As it is chosen and kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What can be chosen. */
    public static List<String> keys() {
        return Stream.of(values()).map(Onset::key).toList();
    }

    /** Nothing where the two times overlap and are not told to the month: which came first is then not known. */
    public static Optional<Onset> seenFrom(FuzzyDate happened, FuzzyDate began) {
        if (began.last().isBefore(happened.first())) {
            return Optional.of(BEFORE);
        }
        if (began.first().isAfter(happened.last().plusYears(1))) {
            return Optional.of(YEARS);
        }
        if (began.first().isAfter(happened.last().plusMonths(2))) {
            return Optional.of(MONTHS);
        }
        return toTheMonth(happened) && toTheMonth(began) ? Optional.of(SOON) : Optional.empty();
    }

    private static boolean toTheMonth(FuzzyDate when) {
        return when.last().isBefore(when.first().plusMonths(1));
    }
}
