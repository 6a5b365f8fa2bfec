package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static tombolo.instruments.AlertRule.LOOK_AT_CURVE;
import static tombolo.instruments.AlertRule.MISSED;
import static tombolo.instruments.AlertRule.NO_RELIABLE_FALL;
import static tombolo.instruments.AlertRule.RELIABLY_WORSE;
import static tombolo.instruments.AlertRule.RISING;
import static tombolo.instruments.AlertRule.RISK_ANSWER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.instruments.AlertRules.Finding;
import tombolo.instruments.AlertRules.Taken;

/** R1 to R5 at their edges; the thresholds are the NHS's own: 6 on the PHQ-9, 4 on the GAD-7. */
class AlertRulesTests {
    private static final Instrument PHQ9 = Instruments.bundled("phq-9").orElseThrow();
    private static final Instrument PHQ8 = Instruments.bundled("phq-8").orElseThrow();
    private static final Instrument GAD7 = Instruments.bundled("gad-7").orElseThrow();
    private static final Instrument UCLA3 = Instruments.bundled("ucla-3").orElseThrow();
    private static final Instrument WHO5 = Instruments.bundled("who-5").orElseThrow();

    /** Answers that come to this total, with the last item (for the PHQ-9 the ninth) answered "not at all" while it can be. */
    private static Answers adding(Instrument instrument, int total) {
        List<Item> items = instrument.total().items();
        int lowest = items.getFirst().options().stream()
                .mapToInt(Option::value)
                .min()
                .orElseThrow();
        int highest = items.getFirst().options().stream()
                .mapToInt(Option::value)
                .max()
                .orElseThrow();
        Map<Integer, Integer> values = new HashMap<>();
        int left = total - lowest * items.size();
        for (Item item : items) {
            int more = Math.min(left, highest - lowest);
            values.put(item.number(), lowest + more);
            left -= more;
        }
        return instrument.answers(values);
    }

    private static Taken taken(Instrument instrument, int session, int total) {
        return new Taken(
                instrument,
                session == 0 ? OptionalInt.empty() : OptionalInt.of(session),
                instrument.score(adding(instrument, total)));
    }

    private static List<Taken> series(Instrument instrument, int... totals) {
        return IntStream.rangeClosed(1, totals.length)
                .mapToObj(session -> taken(instrument, session, totals[session - 1]))
                .toList();
    }

    /** The rules that hold at the last of these scores. */
    private static List<AlertRule> atLast(int planned, Instrument instrument, int... totals) {
        List<Taken> all = series(instrument, totals);
        return AlertRules.findings(planned, all.subList(0, all.size() - 1), all.subList(all.size() - 1, all.size()))
                .stream()
                .map(Finding::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"10,15,false", "10,16,true", "10,17,true", "0,5,false", "0,6,true", "18,24,true", "19,24,false"})
    void onThePhq9SixPointsAboveTheFirstAreReliablyWorse(int first, int now, boolean holds) {
        assertThat(atLast(40, PHQ9, first, now).contains(RELIABLY_WORSE)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"8,11,false", "8,12,true", "17,21,true", "18,21,false", "0,4,true", "0,3,false"})
    void onTheGad7FourPointsAboveTheFirstAreReliablyWorse(int first, int now, boolean holds) {
        assertThat(atLast(40, GAD7, first, now).contains(RELIABLY_WORSE)).isEqualTo(holds);
    }

    @Test
    void everyPairOfPhq9TotalsFollowsTheRule() {
        for (int first = 0; first <= 24; first++) {
            for (int now = 0; now <= 24; now++) {
                assertThat(atLast(40, PHQ9, first, now).contains(RELIABLY_WORSE))
                        .as(first + " then " + now)
                        .isEqualTo(now - first >= 6);
            }
        }
    }

    @Test
    void worseIsMeasuredAgainstTheFirstScoreAtAnySession() {
        assertThat(atLast(16, PHQ9, 10, 5, 3, 12, 16)).contains(RELIABLY_WORSE);
        assertThat(AlertRules.findings(16, series(PHQ9, 10, 5), List.of(taken(PHQ9, 3, 16))))
                .filteredOn(one -> one.rule() == RELIABLY_WORSE)
                .singleElement()
                .satisfies(one -> assertThat(one.before()).hasValue(10))
                .satisfies(one -> assertThat(one.now()).hasValue(16));
    }

    @ParameterizedTest
    @CsvSource({
        "12;8;10;13, false", // from the best, 5
        "12;8;10;14, true", // from the best, 6
        "12;8;8;14, false", // one rise, not two
        "12;8;14;14, false", // the second is no rise
        "12;8;14;13, false", // a fall
        "12;8;9;14, true",
        "8;9;13, false", // 5 from the first, which is the best
        "8;9;14, true",
        "14;6;9;8;9;12, true", // the best may lie further back
        "14;6;9;8;9;11, false",
        "14, false",
        "8;14, false"
    })
    void twoRisesThatComeToSixAboveTheBestAreARise(String totals, boolean holds) {
        int[] numbers =
                Arrays.stream(totals.split(";")).mapToInt(Integer::parseInt).toArray();
        assertThat(atLast(40, PHQ9, numbers).contains(RISING)).isEqualTo(holds);
    }

    @Test
    void theRiseIsToldFromTheBestScore() {
        assertThat(AlertRules.findings(40, series(PHQ9, 12, 8, 10), List.of(taken(PHQ9, 4, 14))))
                .singleElement()
                .isEqualTo(new Finding(RISING, PHQ9, OptionalInt.of(8), OptionalInt.of(14)));
    }

    @ParameterizedTest
    @CsvSource({"3,4", "6,4", "8,4", "11,4 6", "12,4 6", "13,5 7", "16,6 8", "18,6 9", "20,7 10", "1,4"})
    void theReviewsAreAThirdAndHalfWayAndNeverBeforeTheFourthSession(int planned, String reviews) {
        assertThat(AlertRules.reviews(planned))
                .isEqualTo(
                        Arrays.stream(reviews.split(" ")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "17;16;18;15;13;12, true", // 5 at the sixth session, still a case
        "17;16;18;15;13;11, false", // 6
        "15;15;15;15;15;10, true", // 5, and 10 is a case
        "14;13;12;11;10;9, false", // no reliable fall, but no case any more
        "17;16;18;15;13, false", // the fifth session is no review
        "17;16;18;15;13;12;12, false", // looked at already with the sixth
        "17;16;18;15;13;12;12;12, true", // and again half way
        "17;16;18;15;13;12;12;11, false",
        "17;16;18;15;13;12;12;12;12, false"
    })
    void ofSixteenSessionsTheSixthAndTheEighthAskForALook(String totals, boolean holds) {
        int[] numbers =
                Arrays.stream(totals.split(";")).mapToInt(Integer::parseInt).toArray();
        assertThat(atLast(16, PHQ9, numbers).contains(NO_RELIABLE_FALL)).isEqualTo(holds);
    }

    @Test
    void aReviewThatWasMissedIsMadeUpWithTheNextAnswers() {
        List<Taken> early = series(PHQ9, 17, 17, 17);
        assertThat(AlertRules.findings(16, early, List.of(taken(PHQ9, 7, 17))))
                .extracting(Finding::rule)
                .containsExactly(NO_RELIABLE_FALL);
        assertThat(AlertRules.findings(16, early, List.of(taken(PHQ9, 9, 17))))
                .as("both reviews at once are one look")
                .extracting(Finding::rule)
                .containsExactly(NO_RELIABLE_FALL);
    }

    @Test
    void atTheReviewAReliableFallOnOneOfThePairIsEnough() {
        List<Taken> earlier = new ArrayList<>(series(PHQ9, 17, 16, 18, 15, 13));
        earlier.addAll(series(GAD7, 14, 14, 14, 13, 13));
        assertThat(AlertRules.findings(16, earlier, List.of(taken(PHQ9, 6, 11), taken(GAD7, 6, 12))))
                .isEmpty();
        assertThat(AlertRules.findings(16, earlier, List.of(taken(PHQ9, 6, 12), taken(GAD7, 6, 12))))
                .extracting(Finding::rule)
                .containsExactly(NO_RELIABLE_FALL);
        assertThat(AlertRules.findings(16, earlier, List.of(taken(PHQ9, 6, 12), taken(GAD7, 6, 10))))
                .isEmpty();
        earlier.add(taken(GAD7, 5, 10));
        assertThat(AlertRules.findings(16, earlier, List.of(taken(PHQ9, 6, 12))))
                .as("the other was not answered this time, and had fallen last time")
                .isEmpty();
    }

    @Test
    void withoutASessionNumberNoReviewIsDue() {
        assertThat(AlertRules.findings(16, series(PHQ9, 17, 17, 17, 17, 17), List.of(taken(PHQ9, 0, 17))))
                .isEmpty();
    }

    @Test
    void aQuestionnaireWithoutAPublishedChangeIsNeverFoundWorse() {
        assertThat(atLast(16, UCLA3, 3, 9)).isEmpty();
        assertThat(atLast(16, UCLA3, 3, 5, 6, 7, 8, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20,20,20,20,20,20", "4,4,4,4,4,24", "24,20,15,10,5,0"})
    void whereNoChangeIsPublishedTheCurveIsBroughtUpAtEachReviewWhicheverWayItWent(String totals) {
        int[] numbers =
                Arrays.stream(totals.split(",")).mapToInt(Integer::parseInt).toArray();
        assertThat(atLast(16, PHQ8, Arrays.copyOf(numbers, 5)))
                .as("no review is due, and no rise is found")
                .isEmpty();
        assertThat(atLast(16, PHQ8, numbers)).containsExactly(LOOK_AT_CURVE);
        List<Taken> sixth = series(PHQ8, numbers);
        assertThat(AlertRules.findings(16, sixth, List.of(taken(PHQ8, 7, 9))))
                .as("once for each review")
                .isEmpty();
        assertThat(AlertRules.findings(16, sixth, List.of(taken(PHQ8, 9, 9))))
                .as("half way, made up for when the eighth was missed")
                .containsExactly(new Finding(LOOK_AT_CURVE, PHQ8, OptionalInt.of(numbers[0]), OptionalInt.of(9)));
    }

    @Test
    void onlyWhatHasACutOffAndTwoScoresIsACurveToLookAt() {
        assertThat(AlertRules.findings(16, List.of(), List.of(taken(PHQ8, 6, 20))))
                .as("one score is no curve")
                .isEmpty();
        assertThat(atLast(16, UCLA3, 3, 3, 3, 3, 3, 9))
                .as("no cut-off is published")
                .isEmpty();
        assertThat(atLast(16, GAD7, 4, 4, 4, 4, 4, 4))
                .as("a change is published")
                .isEmpty();
        assertThat(AlertRules.findings(
                        16, series(PHQ8, 20, 20, 20, 20, 20), List.of(taken(PHQ8, 6, 20), taken(GAD7, 6, 3))))
                .as("the worry is no case, and the mood is brought up all the same")
                .extracting(Finding::rule)
                .containsExactly(LOOK_AT_CURVE);
    }

    @Test
    void whereHighIsBetterNoRiseIsMentioned() {
        assertThat(WHO5.highIsBetter()).isTrue();
        assertThat(atLast(16, WHO5, 0, 5, 10)).isEmpty();
    }

    @Test
    void aMissingScoreIsPassedOverAndNeverReadAsZero() {
        Taken unscorable = new Taken(PHQ9, OptionalInt.of(2), PHQ9.score(PHQ9.noAnswers()));
        List<Taken> earlier = List.of(taken(PHQ9, 1, 8), unscorable, taken(PHQ9, 3, 9));
        assertThat(AlertRules.findings(16, earlier, List.of(taken(PHQ9, 4, 14))))
                .extracting(Finding::rule)
                .containsExactly(RELIABLY_WORSE, RISING);
        assertThat(AlertRules.findings(16, List.of(unscorable), List.of(taken(PHQ9, 3, 20))))
                .as("the first score is the first there is")
                .isEmpty();
        assertThat(AlertRules.findings(
                        16,
                        series(PHQ9, 17, 17, 17, 17, 17),
                        List.of(new Taken(
                                PHQ9,
                                OptionalInt.of(6),
                                PHQ9.score(
                                        adding(PHQ9, 17).without(1).without(2).without(3))))))
                .as("no score at the review, no finding")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anyAnswerAboveNotAtAllIsTheSameFinding(int value) {
        Taken taken =
                new Taken(PHQ9, OptionalInt.of(1), PHQ9.score(adding(PHQ9, 0).with(9, value)));
        assertThat(AlertRules.findings(16, List.of(), List.of(taken)))
                .containsExactly(new Finding(RISK_ANSWER, PHQ9, OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void aRiskQuestionLeftOpenIsFoundAndNotAtAllIsNot() {
        Taken open =
                new Taken(PHQ9, OptionalInt.of(1), PHQ9.score(adding(PHQ9, 0).without(9)));
        assertThat(AlertRules.findings(16, List.of(), List.of(open)))
                .extracting(Finding::rule)
                .containsExactly(RISK_ANSWER);
        assertThat(atLast(16, PHQ9, 0)).isEmpty();
    }

    @Test
    void twoMissedInARowAreMentioned() {
        assertThat(MISSED.ordinal()).isEqualTo(4);
        assertThat(AlertRules.missed(List.of())).isFalse();
        assertThat(AlertRules.missed(List.of(false))).isFalse();
        assertThat(AlertRules.missed(List.of(false, false))).isTrue();
        assertThat(AlertRules.missed(List.of(false, true, false))).isFalse();
        assertThat(AlertRules.missed(List.of(true, false, false))).isTrue();
        assertThat(AlertRules.missed(List.of(false, false, true))).isFalse();
        assertThat(AlertRules.missed(List.of(false, false, false))).isTrue();
    }
}
