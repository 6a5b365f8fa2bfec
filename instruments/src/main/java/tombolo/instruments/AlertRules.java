package tombolo.instruments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Looks at the scores of one course by the rules of {@link AlertRule}. Nothing is compared with an expected course.
 *
 * <p>"Better" and "worse" follow the questionnaire; a rise below is a change for the worse. Totals are compared as whole
 * numbers, rounded half up, as the published reliable changes are.
 */
public final class AlertRules {
    /** Before this session no lack of change means anything: one class of people changes late. Session 3 would misjudge them. */
    public static final int NOT_BEFORE = 4;

    /** How many in a row are missed before it is mentioned. */
    public static final int MISSED_IN_A_ROW = 2;

    private AlertRules() {}

    /**
     * One questionnaire as it was answered.
     *
     * @param session the number of the session it was answered for, if it belongs to one
     */
    public record Taken(Instrument instrument, OptionalInt session, Scored scored) {
        private Optional<Total> total() {
            return scored instanceof Score score ? Optional.of(score.total()) : Optional.empty();
        }

        private boolean isCase() {
            return scored instanceof Score score && score.atCaseness().orElse(false);
        }
    }

    /**
     * That a rule holds.
     *
     * @param instrument the questionnaire it was found in
     * @param before the whole score it was measured against: the first, or for {@link AlertRule#RISING} the best
     * @param now the whole score now; both are empty for {@link AlertRule#RISK_ANSWER}
     */
    public record Finding(AlertRule rule, Instrument instrument, OptionalInt before, OptionalInt now) {
        private Finding(AlertRule rule, Instrument instrument, Total before, Total now) {
            this(rule, instrument, OptionalInt.of(before.whole()), OptionalInt.of(now.whole()));
        }
    }

    /**
     * What the newest answers bring up.
     *
     * @param planned how many sessions were agreed on
     * @param earlier everything answered before in this course, in the order of the answering
     * @param newest what was answered now, all together
     */
    public static List<Finding> findings(int planned, List<Taken> earlier, List<Taken> newest) {
        List<Finding> findings = new ArrayList<>();
        for (Taken taken : newest) {
            riskAnswer(taken).ifPresent(findings::add);
            List<Taken> before = earlier.stream().filter(sameAs(taken)).toList();
            reliablyWorse(before, taken).ifPresent(findings::add);
            rising(before, taken).ifPresent(findings::add);
            lookAtCurve(planned, before, taken).ifPresent(findings::add);
        }
        noReliableFall(planned, earlier, newest).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    /** The sessions at which a lack of reliable change is looked at: a third of them, and half of them, but none before the fourth. */
    public static List<Integer> reviews(int planned) {
        return List.of(Math.max(NOT_BEFORE, ceiling(planned, 3)), Math.max(NOT_BEFORE, ceiling(planned, 2))).stream()
                .distinct()
                .toList();
    }

    private static int ceiling(int of, int parts) {
        return (of + parts - 1) / parts;
    }

    /** Whether the last ones in a row were missed; true stands for one that was kept, the latest last. */
    public static boolean missed(List<Boolean> kept) {
        return kept.size() >= MISSED_IN_A_ROW
                && kept.subList(kept.size() - MISSED_IN_A_ROW, kept.size()).stream()
                        .noneMatch(Boolean::booleanValue);
    }

    private static Predicate<Taken> sameAs(Taken taken) {
        return other -> other.instrument().id().equals(taken.instrument().id());
    }

    private static Optional<Finding> riskAnswer(Taken taken) {
        return switch (taken.scored().risk()) {
            case ABOVE_NOT_AT_ALL, UNANSWERED ->
                Optional.of(new Finding(
                        AlertRule.RISK_ANSWER, taken.instrument(), OptionalInt.empty(), OptionalInt.empty()));
            case NOT_AT_ALL, NOT_ASKED -> Optional.empty();
        };
    }

    private static Optional<Finding> reliablyWorse(List<Taken> before, Taken taken) {
        Optional<Total> first = first(before);
        Optional<Total> now = taken.total();
        return first.isPresent()
                        && now.isPresent()
                        && change(taken.instrument(), first.get(), now.get()) == Change.DETERIORATED
                ? Optional.of(new Finding(AlertRule.RELIABLY_WORSE, taken.instrument(), first.get(), now.get()))
                : Optional.empty();
    }

    private static Optional<Finding> rising(List<Taken> before, Taken taken) {
        List<Total> totals = new ArrayList<>(scored(before));
        if (taken.total().isEmpty() || totals.size() < 2) {
            return Optional.empty();
        }
        Instrument instrument = taken.instrument();
        Total best = best(instrument, totals);
        Total now = taken.total().get();
        Total last = totals.getLast();
        Total lastButOne = totals.get(totals.size() - 2);
        return isWorse(instrument, lastButOne, last)
                        && isWorse(instrument, last, now)
                        && change(instrument, best, now) == Change.DETERIORATED
                ? Optional.of(new Finding(AlertRule.RISING, instrument, best, now))
                : Optional.empty();
    }

    /**
     * Looked at once for each review, with the first answers at or after it. All questionnaires with a published reliable
     * change are taken together, as the NHS takes its pair: one that has fallen reliably is enough, and it is enough that
     * one is still a case.
     */
    private static Optional<Finding> noReliableFall(int planned, List<Taken> earlier, List<Taken> newest) {
        int reached = lastSession(newest);
        int seen = lastSession(earlier.stream().filter(AlertRules::counts).toList());
        boolean due = newest.stream().anyMatch(AlertRules::counts)
                && reviews(planned).stream().anyMatch(review -> seen < review && review <= reached);
        if (!due) {
            return Optional.empty();
        }
        List<Taken> all = new ArrayList<>(earlier);
        all.addAll(newest);
        Optional<Finding> stillCase = Optional.empty();
        for (Taken taken : latest(earlier, newest)) {
            Total first = first(all.stream().filter(sameAs(taken)).toList()).orElseThrow();
            Total now = taken.total().orElseThrow();
            if (change(taken.instrument(), first, now) == Change.IMPROVED) {
                return Optional.empty();
            }
            if (taken.isCase() && stillCase.isEmpty()) {
                stillCase = Optional.of(new Finding(AlertRule.NO_RELIABLE_FALL, taken.instrument(), first, now));
            }
        }
        return stillCase;
    }

    /**
     * Asked for once at each review, whichever way the scores went: where no change is published, none is made up here. It
     * takes two scores to have a curve.
     */
    private static Optional<Finding> lookAtCurve(int planned, List<Taken> before, Taken taken) {
        Optional<Total> first = first(before);
        Optional<Total> now = taken.total();
        int seen = sessionOfLast(before);
        int reached = taken.session().orElse(0);
        boolean due = reviews(planned).stream().anyMatch(review -> seen < review && review <= reached);
        return due && hasNoPublishedChange(taken) && first.isPresent() && now.isPresent()
                ? Optional.of(new Finding(AlertRule.LOOK_AT_CURVE, taken.instrument(), first.get(), now.get()))
                : Optional.empty();
    }

    /** Whether a cut-off was published for it, and no change to compare it by. */
    private static boolean hasNoPublishedChange(Taken taken) {
        return taken.instrument().reliableChange().isEmpty()
                && taken.scored() instanceof Score score
                && score.atCaseness().isPresent();
    }

    private static int sessionOfLast(List<Taken> before) {
        return before.stream()
                .filter(one -> one.total().isPresent())
                .mapToInt(one -> one.session().orElse(0))
                .max()
                .orElse(0);
    }

    /** The last of each questionnaire that counts, those answered now first. */
    private static List<Taken> latest(List<Taken> earlier, List<Taken> newest) {
        List<Taken> backwards = new ArrayList<>(newest);
        backwards.addAll(earlier.reversed());
        List<Taken> latest = new ArrayList<>();
        for (Taken taken : backwards) {
            if (counts(taken) && latest.stream().noneMatch(sameAs(taken))) {
                latest.add(taken);
            }
        }
        return latest;
    }

    /** Whether it has a score, and a published change to compare it by. */
    private static boolean counts(Taken taken) {
        return taken.total().isPresent() && taken.instrument().reliableChange().isPresent();
    }

    private static int lastSession(List<Taken> taken) {
        return taken.stream()
                .filter(AlertRules::counts)
                .mapToInt(one -> one.session().orElse(0))
                .max()
                .orElse(0);
    }

    private static List<Total> scored(List<Taken> taken) {
        return taken.stream().flatMap(one -> one.total().stream()).toList();
    }

    private static Optional<Total> first(List<Taken> taken) {
        return scored(taken).stream().findFirst();
    }

    private static Total best(Instrument instrument, List<Total> totals) {
        return totals.stream()
                .reduce((one, other) -> isWorse(instrument, one, other) ? one : other)
                .orElseThrow();
    }

    private static boolean isWorse(Instrument instrument, Total before, Total after) {
        return instrument.highIsBetter() ? after.whole() < before.whole() : after.whole() > before.whole();
    }

    private static Change change(Instrument instrument, Total before, Total after) {
        return instrument
                .reliableChange()
                .map(rule -> rule.between(before, after))
                .orElse(Change.NOT_RELIABLE);
    }
}
