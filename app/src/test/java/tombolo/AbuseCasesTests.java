package tombolo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every way somebody may try to misuse Tombolo names a test that tries it. */
class AbuseCasesTests {
    private static final String HEADER = "id;attack;must;test;since";

    private final SafetyList cases = SafetyList.named("abuse-cases.csv");

    @Test
    void everyCaseNamesATestThatExists() {
        assertThat(cases.wishes()).isEmpty();
    }

    @Test
    void everyRowIsWhole() {
        assertThat(String.join(";", cases.columns())).isEqualTo(HEADER);
        assertThat(cases.notWhole()).isEmpty();
        assertThat(cases.twice()).isEmpty();
        assertThat(cases.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getFirst()).matches("A\\d+"));
    }

    @Test
    void noticesWhatIsMissingOrStandsTwice() {
        SafetyList list = SafetyList.of(HEADER + "\n" + """
                A1;one;two;AbuseCasesTests#everyRowIsWhole;0.1.0
                A1;one;two;AbuseCasesTests#nobodyWroteThis NobodyTests;0.1.0
                A2;one;;AbuseCasesTests;0.1.0
                A3;one;two;AbuseCasesTests
                """);
        assertThat(list.twice()).containsExactly("A1");
        assertThat(list.wishes()).containsExactly("A1: AbuseCasesTests#nobodyWroteThis", "A1: NobodyTests");
        assertThat(list.notWhole()).containsExactly("A2", "A3");
    }
}
