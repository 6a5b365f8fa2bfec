package tombolo.instruments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code outcomes}: contacts in any order; one row a course, or the service's rates. */
class OutcomesCommandTests {
    private static final String HEADER = "course,date,phq9,gad7,discharged,kind\n";
    private static final String OUT =
            "course,first_phq9,last_phq9,first_gad7,last_gad7,finished,case_at_start,recovered,"
                    + "reliable_improvement,reliable_deterioration,reliable_recovery\n";

    /** Ewa recovers, Joan improves, Tom worsens, Nell was no case, Ravi goes on, Sam left his GAD-7 blank. */
    private static final String SERVICE = HEADER + """
            ewa,2026-03-01,15,12,,assessment
            joan,2026-03-01,20,15,,treatment
            ewa,2026-05-01,9,7,yes,
            ewa,2026-03-08,16,12,no,treatment
            joan,2026-05-01,14,15,yes,treatment
            tom,2026-03-01,10,8,,treatment
            tom,2026-04-01,10,12,yes,treatment
            nell,2026-03-01,9,7,,treatment
            nell,2026-04-01,3,7,yes,treatment
            ravi,2026-03-01,15,12,,treatment
            ravi,2026-04-01,5,2,,treatment
            sam,2026-03-01,15,,,treatment
            sam,2026-04-01,5,2,yes,treatment
            """;

    @Test
    void oneRowACourseInTheOrderTheyAreFirstSeen() {
        assertThat(CommandLine.run(SERVICE, "outcomes").out()).isEqualTo(OUT + """
                ewa,15,9,12,7,yes,yes,yes,yes,no,yes
                joan,20,14,15,15,yes,yes,no,yes,no,no
                tom,10,10,8,12,yes,yes,no,no,yes,no
                nell,9,3,7,7,yes,no,no,yes,no,no
                ravi,15,5,12,2,no,,,,,
                sam,15,5,2,2,yes,,,,,
                """);
    }

    @Test
    void theServicesRatesWithTheirDenominators() {
        CommandLine summary = CommandLine.run(SERVICE, "outcomes", "--summary");
        assertThat(summary.code()).isZero();
        assertThat(summary.out()).isEqualTo("""
                measure,numerator,denominator,rate
                recovery,1,3,0.3333
                reliable_recovery,1,3,0.3333
                reliable_improvement,3,4,0.7500
                reliable_deterioration,1,4,0.2500
                finished,5,,
                not_case_at_start,1,,
                unpaired,1,,
                not_finished,1,,
                """);
    }

    @Test
    void withoutAnybodyThereAreNoRates() {
        assertThat(CommandLine.run(HEADER, "outcomes", "--summary").out())
                .contains("recovery,0,0,\n")
                .contains("finished,0,,\n");
        assertThat(CommandLine.run(HEADER, "outcomes").out()).isEqualTo(OUT);
    }

    /**
     * The worked case of the CORE-10 report of CamCOPS, its totals taken as PHQ-9: three people go from 8, 6 and 4 to 2, 3
     * and 4. A fourth has one questionnaire only, so there is nothing later to set beside it.
     */
    @Test
    void aPersonWithASingleQuestionnaireIsInNoPairedFigure() {
        String three = HEADER + """
                ewa,2026-03-01,8,9,,
                ewa,2026-05-01,2,9,yes,
                joan,2026-03-01,6,9,,
                joan,2026-05-01,3,9,yes,
                tom,2026-03-01,4,9,,
                tom,2026-05-01,4,9,yes,
                """;
        String single = """
                nell,2026-03-01,2,2,,
                nell,2026-05-01,,,yes,
                """;
        String rates = """
                recovery,0,3,0.0000
                reliable_recovery,0,3,0.0000
                reliable_improvement,1,3,0.3333
                reliable_deterioration,0,3,0.0000
                """;
        assertThat(CommandLine.run(three, "outcomes", "--summary").out())
                .contains(rates)
                .contains("unpaired,0,,");
        assertThat(CommandLine.run(three + single, "outcomes", "--summary").out())
                .contains(rates)
                .contains("finished,4,,")
                .contains("not_case_at_start,0,,")
                .contains("unpaired,1,,");
        assertThat(CommandLine.run(three + single, "outcomes").out()).contains("nell,2,2,2,2,yes,,,,,\n");
    }

    @Test
    void theKindMayBeLeftOutAndIsThenTreatment() {
        String contacts = "course,date,phq9,gad7,discharged\na,2026-01-01,12,9,\na,2026-01-08,12,9,yes\n";
        assertThat(CommandLine.run(contacts, "outcomes").out()).isEqualTo(OUT + "a,12,12,9,9,yes,yes,no,no,no,no\n");
    }

    @Test
    void anAssessmentIsNoTreatmentContact() {
        String contacts = HEADER + "a,2026-01-01,12,9,,assessment\na,2026-01-08,12,9,yes,treatment\n";
        assertThat(CommandLine.run(contacts, "outcomes").out()).isEqualTo(OUT + "a,12,12,9,9,no,,,,,\n");
    }

    @Test
    void takesTotalsWithReplacedAnswersAsScoreWritesThem() {
        String contacts = HEADER + "a,2026-01-01,15.43,9.5,,\na,2026-01-08,9.5,NA,,\na,2026-01-15,9.49,7,yes,\n";
        assertThat(CommandLine.run(contacts, "outcomes").out()).isEqualTo(OUT + "a,15,9,10,7,yes,yes,yes,yes,no,yes\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | line 1, column 1: expected the header course,date,phq9,gad7,discharged[,kind], found nothing
            course,date,gad7         | line 1, column 3: expected the header course,date,phq9,gad7,discharged[,kind], found 'gad7'
            course,date,phq9,gad7    | line 1, column 5: expected the header course,date,phq9,gad7,discharged[,kind], found nothing
            course,date,phq9,gad7,discharged,sort | line 1, column 6: expected the header course,date,phq9,gad7,discharged[,kind], found 'sort'
            course,date,phq9,gad7,discharged,kind,x | line 1, column 7: expected the header
            """)
    void tellsWhereTheHeaderIsWrong(String header, String told) {
        CommandLine outcomes = CommandLine.run(header.isEmpty() ? "" : header + "\n", "outcomes");
        assertThat(outcomes.err()).startsWith("outcomes: " + told);
        assertThat(outcomes.code()).isEqualTo(2);
        assertThat(outcomes.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,2026-01-01,1,1,,            | column 1 (course): expected the course's name or number, found a blank
            a,01/02/2026,1,1,,           | column 2 (date): expected a date such as 2026-05-01, found '01/02/2026'
            a,2026-02-30,1,1,,           | column 2 (date): expected a date such as 2026-05-01, found '2026-02-30'
            a,2026-13-01,1,1,,           | column 2 (date): expected a date such as 2026-05-01, found '2026-13-01'
            a,2026- 1-01,1,1,,           | column 2 (date): expected a date such as 2026-05-01
            a,,1,1,,                     | column 2 (date): expected a date such as 2026-05-01, found ''
            a,2026-01-01,28,1,,          | column 3 (phq9): expected a total from 0 to 27, or blank, found '28'
            a,2026-01-01,-1,1,,          | column 3 (phq9): expected a total from 0 to 27, or blank, found '-1'
            a,2026-01-01,27.5,1,,        | column 3 (phq9): expected a total from 0 to 27, or blank, found '27.5'
            a,2026-01-01,1,22,,          | column 4 (gad7): expected a total from 0 to 21, or blank, found '22'
            a,2026-01-01,1,many,,        | column 4 (gad7): expected a total from 0 to 21, or blank, found 'many'
            a,2026-01-01,1,1,maybe,      | column 5 (discharged): expected yes, no or blank, found 'maybe'
            a,2026-01-01,1,1,,review     | column 6 (kind): expected treatment, assessment or blank, found 'review'
            a,2026-01-01,1,1             | column 5 (discharged): expected 6 columns, found the end of the line
            a,2026-01-01,1,1,,,          | column 7: expected the end of the line after 6 columns, found more
            """)
    void tellsWhereARowIsWrong(String row, String told) {
        CommandLine outcomes = CommandLine.run(HEADER + "ok,2026-01-01,1,1,,\n" + row + "\n", "outcomes");
        assertThat(outcomes.err()).startsWith("outcomes: line 3, " + told);
        assertThat(outcomes.code()).isEqualTo(2);
        assertThat(outcomes.out()).isEmpty();
    }

    @Test
    void theThresholdsAreToldWithTheRules() {
        assertThat(CommandLine.run("", "outcomes", "--help").out()).contains("a case is PHQ-9 10 or more");
    }

    @Test
    void writesAFileWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rates.csv");
        assertThat(CommandLine.run(SERVICE, "outcomes", "--summary", "--out", file.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(file)).startsWith("measure,numerator");
        assertThat(CommandLine.run(SERVICE, "outcomes", "contacts.csv").err()).contains("standard input");
    }
}
