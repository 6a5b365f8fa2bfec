package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tombolo.instruments.Contact.Kind;
import tombolo.instruments.CourseOutcome.Judgement;

/** The NHS outcome definitions, each edge of them, and all pairs of totals against a second implementation. */
class OutcomeRulesTests {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private final OutcomeRules rules = OutcomeRules.nhs();

    @Test
    void everyPairOfTotalsAgreesWithASecondImplementation() {
        for (int p1 = 0; p1 <= 27; p1++) {
            for (int p2 = 0; p2 <= 27; p2++) {
                for (int g1 = 0; g1 <= 21; g1++) {
                    for (int g2 = 0; g2 <= 21; g2++) {
                        Judgement expected = second(p1, p2, g1, g2);
                        Judgement actual = rules.judge(p1, p2, g1, g2);
                        if (!expected.equals(actual)) {
                            fail("PHQ-9 %d to %d, GAD-7 %d to %d: %s", p1, p2, g1, g2, actual);
                        }
                    }
                }
            }
        }
    }

    private static Judgement second(int p1, int p2, int g1, int g2) {
        boolean wellAtStart = p1 < 10 && g1 < 8;
        boolean wellAtEnd = p2 < 10 && g2 < 8;
        int falls = (p1 - p2 > 5 ? 1 : 0) + (g1 - g2 > 3 ? 1 : 0);
        int rises = (p2 - p1 > 5 ? 1 : 0) + (g2 - g1 > 3 ? 1 : 0);
        return new Judgement(!wellAtStart, !wellAtStart && wellAtEnd, falls > 0 && rises == 0, rises > 0 && falls == 0);
    }

    @Test
    void reliableRecoveryIsBothAtOnce() {
        assertThat(rules.judge(10, 9, 3, 3).recovered()).isTrue();
        assertThat(rules.judge(10, 9, 3, 3).reliableRecovery()).isFalse();
        assertThat(rules.judge(10, 4, 3, 3).reliableRecovery()).isTrue();
        assertThat(rules.judge(20, 14, 3, 3).reliableRecovery()).isFalse();
    }

    @Test
    void oneMeasureUpAndTheOtherDownIsNoReliableChange() {
        Judgement mixed = rules.judge(20, 10, 5, 12);
        assertThat(mixed.reliableImprovement()).isFalse();
        assertThat(mixed.reliableDeterioration()).isFalse();
    }

    @Test
    void aCourseIsFinishedWithTwoTreatmentsAndADischarge() {
        assertThat(course(Kind.TREATMENT, Kind.TREATMENT).finished()).isTrue();
        assertThat(course(Kind.ASSESSMENT, Kind.TREATMENT).finished()).isFalse();
        CourseContacts going = new CourseContacts();
        going.add(new Contact(MAY, 12, 9, Kind.TREATMENT, false));
        going.add(new Contact(MAY.plusDays(7), 5, 4, Kind.TREATMENT, false));
        assertThat(going.finished()).isFalse();
        assertThat(rules.outcomeOf(going).judgement()).isEmpty();
    }

    @Test
    void theAssessmentGivesTheFirstScores() {
        CourseContacts course = new CourseContacts();
        course.add(new Contact(MAY.plusDays(7), 8, 5, Kind.TREATMENT, false));
        course.add(new Contact(MAY.plusDays(14), 7, 4, Kind.TREATMENT, true));
        course.add(new Contact(MAY, 15, 12, Kind.ASSESSMENT, false));
        CourseOutcome outcome = rules.outcomeOf(course);
        assertThat(outcome.firstPhq9()).hasValue(15);
        assertThat(outcome.lastPhq9()).hasValue(7);
        assertThat(outcome.judgement())
                .hasValueSatisfying(
                        judgement -> assertThat(judgement.reliableRecovery()).isTrue());
    }

    @Test
    void eachMeasureHasItsOwnFirstAndLast() {
        CourseContacts course = new CourseContacts();
        course.add(new Contact(MAY, 15, null, Kind.TREATMENT, false));
        course.add(new Contact(MAY.plusDays(7), null, 12, Kind.TREATMENT, false));
        course.add(new Contact(MAY.plusDays(14), 9, null, Kind.TREATMENT, false));
        course.add(new Contact(MAY.plusDays(21), null, 7, Kind.TREATMENT, true));
        assertThat(rules.outcomeOf(course).judgement())
                .hasValueSatisfying(
                        judgement -> assertThat(judgement.recovered()).isTrue());
    }

    @Test
    void ofTwoContactsOnADayTheFileDecides() {
        CourseContacts course = new CourseContacts();
        course.add(new Contact(MAY, 20, 20, Kind.TREATMENT, false));
        course.add(new Contact(MAY, 2, 2, Kind.TREATMENT, true));
        CourseOutcome outcome = rules.outcomeOf(course);
        assertThat(outcome.firstPhq9()).hasValue(20);
        assertThat(outcome.lastPhq9()).hasValue(2);
    }

    @Test
    void aSingleScoreOfOneMeasureGivesNoOutcome() {
        CourseContacts course = new CourseContacts();
        course.add(new Contact(MAY, 15, 12, Kind.TREATMENT, false));
        course.add(new Contact(MAY.plusDays(7), 5, null, Kind.TREATMENT, true));
        CourseOutcome outcome = rules.outcomeOf(course);
        assertThat(outcome.finished()).isTrue();
        assertThat(outcome.judgement()).isEmpty();
    }

    @Test
    void ratesLeaveOutThoseWhoCannotBeCompared() {
        ServiceOutcomes service = new ServiceOutcomes();
        service.add(outcome(15, 5, 12, 5));
        service.add(outcome(15, 14, 12, 12));
        service.add(outcome(5, 12, 3, 3));
        CourseContacts unpaired = course(Kind.TREATMENT, Kind.TREATMENT);
        service.add(rules.outcomeOf(unpaired));
        service.add(rules.outcomeOf(new CourseContacts()));
        assertThat(service.recovery()).isEqualTo(new Rate(1, 2));
        assertThat(service.reliableRecovery()).isEqualTo(new Rate(1, 2));
        assertThat(service.reliableImprovement()).isEqualTo(new Rate(1, 3));
        assertThat(service.reliableDeterioration()).isEqualTo(new Rate(1, 3));
        assertThat(service.finished()).isEqualTo(4);
        assertThat(service.unpaired()).isOne();
        assertThat(service.notCaseAtStart()).isOne();
        assertThat(service.notFinished()).isOne();
    }

    @Test
    void aRateIsRoundedHalfUpAndOfNobodyThereIsNone() {
        assertThat(new Rate(2, 3).value())
                .hasValueSatisfying(rate -> assertThat(rate).hasToString("0.6667"));
        assertThat(new Rate(1, 2).value())
                .hasValueSatisfying(rate -> assertThat(rate).hasToString("0.5000"));
        assertThat(new Rate(1, 20000).value())
                .hasValueSatisfying(rate -> assertThat(rate).hasToString("0.0001"));
        assertThat(new Rate(0, 0).value()).isEmpty();
    }

    @Test
    void theThresholdsAreTold() {
        assertThat(rules.thresholds()).contains("PHQ-9 10", "GAD-7 8", "6 points", "4 or more on GAD-7");
    }

    private CourseOutcome outcome(int p1, int p2, int g1, int g2) {
        CourseContacts course = new CourseContacts();
        course.add(new Contact(MAY, p1, g1, Kind.TREATMENT, false));
        course.add(new Contact(MAY.plusDays(7), p2, g2, Kind.TREATMENT, true));
        return rules.outcomeOf(course);
    }

    private static CourseContacts course(Kind... kinds) {
        CourseContacts course = new CourseContacts();
        for (Kind kind : kinds) {
            course.add(new Contact(MAY, 12, null, kind, true));
        }
        return course;
    }
}
