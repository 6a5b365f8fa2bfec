package tombolo.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from the range kept free for stories (Ofcom: 07700 900000–999, 01632 960000–999). */
class TelephoneUnitTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123",
                "07700-900.123",
                "(07700) 900 123",
                "+44 (0)7700 900123",
                "0044 7700 900123",
                "7700900123",
                " 07700 900 123 "
            })
    void isKindAboutHowANumberIsWritten(String typed) {
        assertThat(Telephone.read(typed, "GB")).isEqualTo(new Telephone.Number("+447700900123", "07700 900123"));
    }

    @Test
    void aNumberFromAbroadIsReadBackWithItsCountry() {
        assertThat(Telephone.read("+353 85 012 3456", "GB"))
                .isEqualTo(new Telephone.Number("+353850123456", "+353 85 012 3456"));
    }

    @ParameterizedTest
    @CsvSource({
        "ring me please, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
        "900123, TOO_SHORT",
        "12, TOO_SHORT",
        "077009001234, TOO_LONG",
        "07700 900123 after six, TOO_LONG",
        "+999 1234567, UNKNOWN_COUNTRY"
    })
    void saysWhyANumberCannotBeRung(String typed, Telephone.Unclear why) {
        assertThat(Telephone.read(typed, "GB")).isEqualTo(why);
    }

    @Test
    void neverPrintsANumberByAccident() {
        assertThat(Telephone.read("07700 900123", "GB").toString()).doesNotContain("7700");
    }
}
