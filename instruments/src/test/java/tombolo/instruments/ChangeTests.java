package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tombolo.instruments.JacobsonTruax.CutOffScore;
import tombolo.instruments.JacobsonTruax.Outcome;
import tombolo.instruments.JacobsonTruax.Population;

/** Two ways of telling change from chance, which must not be mixed: whole points with "at least", and Jacobson-Truax. */
class ChangeTests {
    private static final Population CLAUS_CLINICAL = new Population(35.475, 8.1586);
    private static final Population CLAUS_FUNCTIONAL = new Population(7.69, 7.52);

    /** Spanier 1976, Journal of Marriage and the Family 38, 15-28: the total of the scale among the divorced. */
    private static final Population SPANIER_DIVORCED = new Population(70.7, 23.8);

    /** The same among the married. */
    private static final Population SPANIER_MARRIED = new Population(114.8, 17.8);

    static Stream<NamedCsvRecord> published() {
        return Vectors.read("/published/jacobson-truax.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void theIndexIsAsPublished(NamedCsvRecord row) {
        JacobsonTruax change = new JacobsonTruax(number(row, "sd"), number(row, "reliability"));
        assertThat(change.index(number(row, "before"), number(row, "after")))
                .isCloseTo(number(row, "rc"), within(row.getField("rc").length() > 5 ? 0.0006 : 0.006));
    }

    @Test
    void theExampleOfJacobsonAndTruaxImprovesWithoutRecovering() {
        Population clinical = new Population(40, 7.5);
        Population functional = new Population(60, 7.5);
        JacobsonTruax change = new JacobsonTruax(7.5, 0.80);
        assertThat(change.standardError()).isCloseTo(3.354, within(0.0005));
        assertThat(change.differenceError()).isCloseTo(4.743, within(0.0005));
        assertThat(CutOffScore.a(clinical, true).at()).isEqualTo(55);
        assertThat(CutOffScore.b(functional, true).at()).isEqualTo(45);
        assertThat(CutOffScore.c(clinical, functional).at()).isEqualTo(50);
        assertThat(change.outcome(32.5, 47.5, CutOffScore.c(clinical, functional)))
                .isEqualTo(Outcome.IMPROVED);
        assertThat(change.outcome(32.5, 50, CutOffScore.c(clinical, functional)))
                .isEqualTo(Outcome.IMPROVED);
        assertThat(change.outcome(32.5, 50.5, CutOffScore.c(clinical, functional)))
                .isEqualTo(Outcome.RECOVERED);
    }

    static Stream<NamedCsvRecord> claus() {
        return Vectors.read("/published/claus-2020.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("claus")
    void realPeopleFallIntoThePublishedCategories(NamedCsvRecord row) {
        CutOffScore cutOff = CutOffScore.c(CLAUS_CLINICAL, CLAUS_FUNCTIONAL);
        JacobsonTruax change = new JacobsonTruax(8.1586, 0.801);
        assertThat(cutOff.at()).isCloseTo(21.02, within(0.01));
        assertThat(change.index(number(row, "before"), number(row, "after")))
                .isCloseTo(number(row, "rc"), within(0.001));
        assertThat(change.outcome(number(row, "before"), number(row, "after"), cutOff))
                .isEqualTo(Outcome.valueOf(row.getField("category")));
    }

    static Stream<NamedCsvRecord> jacobson() {
        return Vectors.read("/published/jacobson-1989.csv").stream();
    }

    /**
     * Jacobson and others 1989, Behaviour Research and Therapy 27, 173-180: couples before and after, on a scale where
     * high is better.
     */
    @ParameterizedTest
    @MethodSource("jacobson")
    void realCouplesChangeByTheRules(NamedCsvRecord row) {
        CutOffScore cutOff = CutOffScore.c(SPANIER_DIVORCED, SPANIER_MARRIED);
        JacobsonTruax change = new JacobsonTruax(SPANIER_DIVORCED.standardDeviation(), 0.96);
        assertThat(cutOff.at()).isCloseTo(95.93, within(0.01));
        assertThat(cutOff.highIsBetter()).isTrue();
        assertThat(change.outcome(number(row, "before"), number(row, "after"), cutOff))
                .isEqualTo(Outcome.valueOf(row.getField("category")));
    }

    /** Bauer and others 2004: clinical M 68.35, SD 22.33; functional M 50, SD 22. */
    @Test
    void theCutOffOfBauerIsAsComputedFromItsSample() {
        assertThat(CutOffScore.c(new Population(68.35, 22.33), new Population(50, 22))
                        .at())
                .isCloseTo(59.107, within(0.001));
    }

    @Test
    void whoeverLeavesTheFunctionalRangeForTheWorseIsHarmed() {
        JacobsonTruax change = new JacobsonTruax(7.5, 0.80);
        CutOffScore cutOff = new CutOffScore(20, false);
        assertThat(change.outcome(15, 25, cutOff)).isEqualTo(Outcome.HARMED);
        assertThat(change.outcome(25, 40, cutOff)).isEqualTo(Outcome.DETERIORATED);
    }

    @Test
    void jacobsonTruaxAsksForMoreThanTheCriticalValueNotForAsMuch() {
        JacobsonTruax unit = new JacobsonTruax(1 / Math.sqrt(2), 0);
        assertThat(unit.differenceError()).isCloseTo(1, within(1e-12));
        double exactly = JacobsonTruax.CRITICAL * unit.differenceError();
        assertThat(unit.isReliable(0, exactly)).isFalse();
        assertThat(unit.isReliable(0, exactly + 1e-9)).isTrue();
    }

    @Test
    void theNhsRuleTakesTheNumberItself() {
        ReliableChange phq9 =
                Instruments.bundled("phq-9").orElseThrow().reliableChange().orElseThrow();
        assertThat(phq9.between(15, 10)).isEqualTo(Change.NOT_RELIABLE);
        assertThat(phq9.between(15, 9)).isEqualTo(Change.IMPROVED);
        assertThat(phq9.between(9, 14)).isEqualTo(Change.NOT_RELIABLE);
        assertThat(phq9.between(9, 15)).isEqualTo(Change.DETERIORATED);
        ReliableChange gad7 =
                Instruments.bundled("gad-7").orElseThrow().reliableChange().orElseThrow();
        assertThat(gad7.between(8, 5)).isEqualTo(Change.NOT_RELIABLE);
        assertThat(gad7.between(8, 4)).isEqualTo(Change.IMPROVED);
    }

    @Test
    void aRiseIsTheImprovementWhereHighIsBetter() {
        ReliableChange wellBeing = new ReliableChange(10, true, "made up for this test");
        assertThat(wellBeing.between(40, 50)).isEqualTo(Change.IMPROVED);
        assertThat(wellBeing.between(50, 40)).isEqualTo(Change.DETERIORATED);
    }

    @Test
    void totalsWithReplacedAnswersAreRoundedBeforeTheyAreCompared() {
        ReliableChange phq9 =
                Instruments.bundled("phq-9").orElseThrow().reliableChange().orElseThrow();
        assertThat(phq9.between(Total.of(31, 2), Total.of(10))).isEqualTo(Change.IMPROVED);
        assertThat(phq9.between(Total.of(123, 8), Total.of(10))).isEqualTo(Change.NOT_RELIABLE);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new JacobsonTruax(0, 0.8)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new JacobsonTruax(5, 1)).hasMessageContaining("up to but not 1");
        assertThatThrownBy(() -> new ReliableChange(0, false, "")).hasMessageContaining("at least one point");
    }

    private static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }
}
