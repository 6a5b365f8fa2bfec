package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Links, cookies and printed codes: long enough, forgiving to type, and masked wherever they might be printed by mistake. */
class SecretUnitTests {

    @Test
    void aSecretHasThirtyTwoRandomBytes() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            assertThat(seen.add(Secret.fresh().text())).isTrue();
        }
        assertThat(seen).allMatch(text -> text.length() == 43);
    }

    @Test
    void aSecretNeverShowsItself() {
        var secret = Secret.fresh();
        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(RecoveryCode.fresh().toString()).isEqualTo("RecoveryCode[…]");
    }

    @Test
    void whatCannotBeASecretIsNone() {
        assertThat(Secret.presented("")).isEmpty();
        assertThat(Secret.presented("x".repeat(44))).isEmpty();
        assertThat(Secret.presented("x".repeat(42) + "\n")).isEmpty();
        assertThat(Secret.presented(" " + "x".repeat(43) + " ")).isPresent();
    }

    @Test
    void aSheetHasTenCodesOfAHundredAndTwentyBits() {
        var sheet = RecoveryCode.freshSheet();
        assertThat(sheet).hasSize(10).doesNotHaveDuplicates();
        assertThat(sheet).allMatch(code -> code.grouped().matches("([0-9A-HJKMNP-TV-Z]{4} ){5}[0-9A-HJKMNP-TV-Z]{4}"));
    }

    @Test
    void aCodeIsReadInAnyFormat() {
        var code = RecoveryCode.fresh();
        assertThat(RecoveryCode.typed(code.grouped())).contains(code);
        assertThat(RecoveryCode.typed(" " + code.letters().toLowerCase(Locale.ROOT) + "\t"))
                .contains(code);
        assertThat(RecoveryCode.typed(code.grouped().replace(' ', '–'))).contains(code);
        assertThat(RecoveryCode.typed(code.letters().replace('0', 'o').replace('1', 'l')))
                .contains(code);
        assertThat(RecoveryCode.typed(code.letters() + "A")).isEmpty();
    }
}
