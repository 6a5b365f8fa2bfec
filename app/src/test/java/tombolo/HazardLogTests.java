package tombolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every control in the hazard log names a test that exists, so that no safeguard is a wish. */
class HazardLogTests {
    private final SafetyList log = SafetyList.named("hazard-log.csv");

    @Test
    void everyControlNamesATestThatExists() {
        assertThat(log.wishes()).isEmpty();
    }

    @Test
    void everyRowIsWhole() {
        assertThat(log.columns())
                .containsExactly(
                        "id",
                        "hazard",
                        "causes",
                        "severity",
                        "likelihood",
                        "rating",
                        "control",
                        "test",
                        "rating_after",
                        "since");
        assertThat(log.notWhole()).isEmpty();
        assertThat(log.twice()).isEmpty();
        for (List<String> row : log.rows()) {
            assertThat(log.cell(row, "id")).matches("H\\d+\\.\\d+");
            assertThat(log.cell(row, "severity")).isIn("Minor", "Significant", "Considerable", "Major", "Catastrophic");
            assertThat(log.cell(row, "likelihood")).isIn("Very low", "Low", "Medium", "High", "Very high");
            assertThat(Integer.parseInt(log.cell(row, "rating_after")))
                    .as(log.cell(row, "id") + " is no worse with its control")
                    .isLessThanOrEqualTo(Integer.parseInt(log.cell(row, "rating")));
        }
    }
}
