package tombolo.techniques;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** With the day they stood on so far, where they were kept before there was one. */
    Answers asKept(Answers earlier, LocalDate changed) {
        return areSaid(earlier) && !earlier.has(DAY) ? earlier.with(DAY, changed.toString()) : earlier;
    }

    /**
     * With the day they are of, as it is meant: "yesterday" is another one tomorrow.
     *
     * @param told on which day it was told when that was: earlier than today where it comes from another piece
     */
    Answers onTheirDay(Answers earlier, Answers all, LocalDate told, LocalDate today) {
        Answers known = all;
        if (when.filter(question -> isAnotherTime(earlier.one(question), all.one(question), today))
                .isPresent()) {
            known = known.with(DAY, toldIn(all.one(when.get()), told));
        }
        boolean anew = when.isEmpty() && Stream.of(before, after).anyMatch(mood -> isAnother(earlier, all, mood));
        return areSaid(known) && (anew || !known.has(DAY)) ? known.with(DAY, today.toString()) : known;
    }

    /** Where only the words around it were mended it is the same time. */
    private static boolean isAnotherTime(String earlier, String now, LocalDate today) {
        return !earlier.equals(now) && !SpokenDate.said(earlier, today).equals(SpokenDate.said(now, today));
    }

    private static boolean isAnother(Answers earlier, Answers all, String mood) {
        return earlier.has(mood) && all.has(mood) && !earlier.one(mood).equals(all.one(mood));
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
