package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of an authenticator app, by the vectors of RFC 6238 appendix B and RFC 4648 section 10. */
class TotpUnitTests {

    private static final byte[] PUBLISHED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithThePublishedVectors(long second, String code) {
        assertThat(Totp.code(PUBLISHED, Totp.stepAt(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void takesACodeOneStepEarlyOrLateAndNoFurther() {
        var now = Instant.ofEpochSecond(1_111_111_109);
        for (var steps = -3; steps <= 3; steps++) {
            var code = Totp.code(PUBLISHED, now.plusSeconds(steps * Totp.STEP_SECONDS));
            assertThat(Totp.stepOf(PUBLISHED, code, now).isPresent()).isEqualTo(Math.abs(steps) <= 1);
        }
    }

    @Test
    void readsACodeWithASpaceInTheMiddle() {
        assertThat(Totp.stepOf(PUBLISHED, "081 804 ", Instant.ofEpochSecond(1_111_111_109)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesTheSecretInBase32(String bytes, String text) {
        assertThat(Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
