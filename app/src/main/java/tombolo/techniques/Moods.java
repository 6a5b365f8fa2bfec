package tombolo.techniques;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.SpokenDate;

/**
 * The mood around something.
 *
 * @param before the question about the mood before it
 * @param after the question about the mood after it
 * @param when the question that tells when it was, if one does; else it is of the day on which it is told
 */
public record Moods(String before, String after, Optional<String> when) {
    /** Under which name the day is kept beside the answers. */
    static final String DAY = "mood-day";

    /** Kept where a time was told that is no day: then nobody knows the day. */
    private static final String NO_DAY = "none";

    boolean areSaid(Answers answers) {
        return answers.has(before) || answers.has(after);
    }

    /** With the day they are of, as it is meant: "yesterday" is another one tomorrow. */
    Answers onTheirDay(Answers earlier, Answers all, LocalDate today) {
        boolean told = when.filter(question -> !all.one(question).equals(earlier.one(question)))
                .isPresent();
        Answers known = told ? all.with(DAY, toldIn(all.one(when.orElseThrow()), today)) : all;
        return areSaid(known) && !known.has(DAY) ? known.with(DAY, today.toString()) : known;
    }

    private static String toldIn(String words, LocalDate today) {
        return SpokenDate.in(words, today)
                .map(date -> date.precision() == FuzzyDate.Precision.DAY && !date.about()
                        ? date.first().toString()
                        : NO_DAY)
                .orElse("");
    }

    /** The day they are of; the day the piece was worked on last, where it was kept before that was. */
    Optional<LocalDate> day(Answers answers, Supplier<LocalDate> changed) {
        String day = answers.one(DAY);
        return day.isEmpty()
                ? Optional.of(changed.get())
                : Optional.of(day).filter(one -> !one.equals(NO_DAY)).map(LocalDate::parse);
    }
}
