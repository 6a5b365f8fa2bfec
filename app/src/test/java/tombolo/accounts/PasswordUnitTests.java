package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.accounts.PasswordRules.Refusal;

/** What people know by heart: which passwords are taken, and that they are taken exactly as typed. */
class PasswordUnitTests {

    private static final List<String> NEAR =
            List.of("Harbour Light Practice", "Ishbel Munro", "ishbel@harbourlight.example");
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Passw0rd2026!",
                "tombolo2026!!",
                "qwertyuiop123",
                "iloveyou12345",
                "aaaaaaaaaaaa",
                "121212121212",
                "abcdefghijklmn",
                "correct horse battery staple",
                "Welcome-Welcome-1",
                "12345678901234567890"
            })
    void refusesTheOnesEverybodyTries(String password) {
        assertThat(PasswordRules.refuse(password, NEAR)).contains(Refusal.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HarbourLight2026", "ishbel munro 1", "harbourlight.example", "Ishbel!Ishbel!1"})
    void refusesTheWordsAroundThePerson(String password) {
        assertThat(PasswordRules.refuse(password, NEAR)).contains(Refusal.NAMES_SOMETHING_NEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven gulls on one post",
                "Vk3-tt9-Qhw-22x",
                "  leading space and a heron",
                "lighthouse keepers password drawer",
                "🪨🌊🐚🦀🪵⛵🌾🦭🐟🪶🌙☀️🧭"
            })
    void takesALongOne(String password) {
        assertThat(PasswordRules.refuse(password, NEAR)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(PasswordRules.refuse("gull heron7", NEAR)).contains(Refusal.TOO_SHORT);
        assertThat(PasswordRules.refuse("🪶".repeat(11), NEAR)).contains(Refusal.TOO_SHORT);
        assertThat(PasswordRules.refuse("heron and gull ".repeat(8) + "12345678", NEAR))
                .isEmpty();
        assertThat(PasswordRules.refuse("heron and gull ".repeat(8) + "123456789", NEAR))
                .contains(Refusal.TOO_LONG);
    }

    @Test
    void keepsEveryCharacterAsTyped() {
        var typed = " \u0000Heron\u00e9🪶" + "x".repeat(90) + "last";
        var hash = passwords.hash(typed);
        assertThat(passwords.matches(typed, hash)).isTrue();
        assertThat(passwords.matches(typed.strip(), hash)).isFalse();
        assertThat(passwords.matches(typed.substring(0, typed.length() - 1) + "T", hash))
                .isFalse();
        assertThat(passwords.matches(typed.replace("\u0000", ""), hash)).isFalse();
    }

    @Test
    void refusesALongOneWithoutHashing() {
        var begun = System.nanoTime();
        assertThat(passwords.matches("x".repeat(1_000_000), passwords.hash("seven gulls on one post")))
                .isFalse();
        assertThatThrownBy(() -> passwords.hash("x".repeat(129))).isInstanceOf(IllegalArgumentException.class);
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    }

    @Test
    void nobodysPasswordNeverMatches() {
        assertThat(passwords.matches("seven gulls on one post", null)).isFalse();
    }

    @Test
    void nobodysPasswordCostsAsMuchAsAnybodys() {
        assertThat(Passwords.NOBODYS)
                .hasSameSizeAs(passwords.hash("seven gulls on one post"))
                .startsWith(passwords.hash("seven gulls on one post").replaceAll("[^$]*[$][^$]*$", ""));
    }
}
