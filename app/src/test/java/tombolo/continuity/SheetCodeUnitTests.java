package tombolo.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The code on the sheet can be copied by hand, and a slip of the pen is told. */
class SheetCodeUnitTests {
    private final SheetCode code = SheetCode.fresh();
    private final String printed = String.join("-", code.groups());

    @RepeatedTest(20)
    void readsBackAsPrinted() {
        assertThat(code.groups()).hasSize(SheetCode.GROUPS).allMatch(group -> group.matches("[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(SheetCode.typed(printed))
                .hasValueSatisfying(typed -> assertThat(typed.publicKey()).isEqualTo(code.publicKey()));
    }

    @Test
    void doesNotMindSmallLettersSpacesAndLookAlikes() {
        String typed = printed.toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(SheetCode.typed("  " + typed + "\n")).isPresent();
    }

    @Test
    void tellsASlipOfThePen() {
        int told = 0;
        for (int place = 0; place < printed.length(); place++) {
            char there = printed.charAt(place);
            if (there != '-') {
                String slip = printed.substring(0, place) + (there == '7' ? '8' : '7') + printed.substring(place + 1);
                told += SheetCode.typed(slip).isEmpty() ? 1 : 0;
            }
        }
        assertThat(told).isEqualTo(36);
        assertThat(SheetCode.typed(printed.substring(1))).isEmpty();
        assertThat(SheetCode.typed("")).isEmpty();
        assertThat(SheetCode.typed("û".repeat(36))).isEmpty();
    }

    @Test
    void opensWhatWasLockedForIt() throws Exception {
        byte[] locked = SheetCode.locking(code.publicKey()).encrypt(new byte[] {1, 2, 3}, new byte[0]);
        assertThat(SheetCode.typed(printed).orElseThrow().unlocking().decrypt(locked, new byte[0]))
                .containsExactly(1, 2, 3);
    }

    @Test
    void isNotShownByAccident() {
        assertThat(code.toString()).doesNotContain(code.groups().getFirst());
    }
}
