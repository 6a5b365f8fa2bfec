package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every possible set of answers to the short scales, unanswered ones included, against a second implementation.
 *
 * <p>The second one is written out below from reference tables, in whole numbers and without looking at the data, so
 * that a slip in either shows.
 */
class ShortScalesExhaustivelyTests {
    private static final int NONE = Answers.UNANSWERED;

    /** What the second implementation says; a null total is "no score". */
    private record Expected(
            @Nullable String total,
            @Nullable String band,
            @Nullable Boolean atCaseness) {
        static final Expected NO_SCORE = new Expected(null, null, null);
    }

    private interface Oracle {
        Expected score(int[] answers);
    }

    @Test
    void phq9() {
        int checked = everyAnswerTo("phq-9", 0, 3, answers -> {
            Expected expected = summed(answers, 2, 10);
            return expected.total == null ? expected : banded(expected, answers, PHQ);
        });
        assertThat(checked).isEqualTo(1_953_125);
    }

    @Test
    void phq8() {
        int checked = everyAnswerTo("phq-8", 0, 3, answers -> {
            Expected expected = summed(answers, 2, 10);
            return expected.total == null ? expected : banded(expected, answers, PHQ);
        });
        assertThat(checked).isEqualTo(390_625);
    }

    @Test
    void gad7() {
        int checked = everyAnswerTo("gad-7", 0, 3, answers -> {
            Expected expected = summed(answers, 2, 8);
            return expected.total == null ? expected : banded(expected, answers, GAD);
        });
        assertThat(checked).isEqualTo(78_125);
    }

    @Test
    void phq2() {
        assertThat(everyAnswerTo("phq-2", 0, 3, answers -> summed(answers, 0, 3)))
                .isEqualTo(25);
    }

    @Test
    void gad2() {
        assertThat(everyAnswerTo("gad-2", 0, 3, answers -> summed(answers, 0, 3)))
                .isEqualTo(25);
    }

    @Test
    void ucla3() {
        assertThat(everyAnswerTo("ucla-3", 1, 3, answers -> {
                    Expected expected = summed(answers, 0, 0);
                    return new Expected(expected.total, null, null);
                }))
                .isEqualTo(64);
    }

    @Test
    void who5() {
        assertThat(everyAnswerTo("who-5", 0, 5, answers -> {
                    int sum = 0;
                    for (int answer : answers) {
                        if (answer == NONE) {
                            return Expected.NO_SCORE;
                        }
                        sum += answer;
                    }
                    return new Expected(sum * 4 + "", null, sum <= 12);
                }))
                .isEqualTo(16_807);
    }

    @Test
    void wsas() {
        assertThat(everyAnswerTo("wsas", 0, 8, answers -> {
                    Expected expected = summed(answers, 1, 0);
                    if (expected.total == null) {
                        return expected;
                    }
                    int whole = halfUp(answers);
                    String band = whole > 20 ? "moderately-severe" : whole >= 10 ? "significant" : "subclinical";
                    return new Expected(expected.total, band, null);
                }))
                .isEqualTo(100_000);
    }

    @Test
    void lsns6() {
        assertThat(everyAnswerTo("lsns-6", 0, 5, answers -> {
                    int sum = 0;
                    for (int answer : answers) {
                        if (answer == NONE) {
                            return Expected.NO_SCORE;
                        }
                        sum += answer;
                    }
                    return new Expected(sum + "", null, sum < 12);
                }))
                .isEqualTo(117_649);
    }

    /** The manual's SPSS: count lones = emotional (2,3) social (1,2); if more than one is missing, missing. */
    @Test
    void djg6() {
        assertThat(everyAnswerTo("djg-6", 1, 3, answers -> {
                    int lonely = 0;
                    int missing = 0;
                    for (int i = 0; i < 6; i++) {
                        boolean emotional = i == 0 || i == 3 || i == 5;
                        if (answers[i] == NONE) {
                            missing++;
                        } else if (answers[i] == 2 || answers[i] == (emotional ? 3 : 1)) {
                            lonely++;
                        }
                    }
                    if (missing > 1) {
                        return Expected.NO_SCORE;
                    }
                    return new Expected(
                            lonely + "", lonely < 2 ? "not-lonely" : lonely < 5 ? "moderate" : "severe", null);
                }))
                .isEqualTo(4_096);
    }

    private static final String[] PHQ = {"minimal", "mild", "moderate", "moderately-severe", "severe"};
    private static final String[] GAD = {"minimal", "mild", "moderate", "severe", "severe"};

    /** Steps of five points: 0-4, 5-9, 10-14, 15-19, 20 and more. */
    private static Expected banded(Expected expected, int[] answers, String[] names) {
        int whole = halfUp(answers);
        return new Expected(expected.total, names[Math.min(whole / 5, 4)], expected.atCaseness);
    }

    /** The sum, missing answers replaced by the mean of the others where so many may be; in hundredths, half up. */
    private static Expected summed(int[] answers, int mayBeMissing, int caseFrom) {
        int answered = 0;
        int sum = 0;
        for (int answer : answers) {
            if (answer != NONE) {
                answered++;
                sum += answer;
            }
        }
        if (answers.length - answered > mayBeMissing) {
            return Expected.NO_SCORE;
        }
        int hundredths = (200 * sum * answers.length + answered) / (2 * answered);
        return new Expected(written(hundredths), null, caseFrom == 0 ? null : halfUp(answers) >= caseFrom);
    }

    private static int halfUp(int[] answers) {
        int answered = 0;
        int sum = 0;
        for (int answer : answers) {
            if (answer != NONE) {
                answered++;
                sum += answer;
            }
        }
        return (2 * sum * answers.length + answered) / (2 * answered);
    }

    private static String written(int hundredths) {
        String whole = hundredths / 100 + "";
        if (hundredths % 100 == 0) {
            return whole;
        }
        if (hundredths % 10 == 0) {
            return whole + "." + hundredths % 100 / 10;
        }
        return whole + "." + hundredths % 100 / 10 + hundredths % 10;
    }

    private static int everyAnswerTo(String id, int lowest, int highest, Oracle oracle) {
        Instrument instrument = Instruments.bundled(id).orElseThrow();
        int[] answers = new int[instrument.total().items().size()];
        java.util.Arrays.fill(answers, NONE);
        int checked = 0;
        do {
            Expected expected = oracle.score(answers);
            Scored scored = instrument.score(instrument.scoredAnswers(answers));
            if (!agrees(expected, scored)) {
                fail(id + " " + java.util.Arrays.toString(answers) + ": expected " + expected + " but scored "
                        + scored);
            }
            checked++;
        } while (next(answers, lowest, highest));
        return checked;
    }

    private static boolean agrees(Expected expected, Scored scored) {
        return switch (scored) {
            case Unscorable _ -> expected.total == null;
            case Score score ->
                score.total().toString().equals(expected.total)
                        && Objects.equals(score.band().map(Band::key).orElse(null), expected.band)
                        && Objects.equals(score.atCaseness().orElse(null), expected.atCaseness);
        };
    }

    private static boolean next(int[] answers, int lowest, int highest) {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == NONE) {
                answers[i] = lowest;
                return true;
            }
            if (answers[i] < highest) {
                answers[i]++;
                return true;
            }
            answers[i] = NONE;
        }
        return false;
    }
}
