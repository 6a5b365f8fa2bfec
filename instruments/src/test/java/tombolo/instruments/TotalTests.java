package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A total is an exact fraction, rounded once. */
class TotalTests {

    @Test
    void isWrittenWithAtMostTwoDecimals() {
        assertThat(Total.of(9)).hasToString("9");
        assertThat(Total.of(20, 2)).hasToString("10");
        assertThat(Total.of(108, 7)).hasToString("15.43");
        assertThat(Total.of(81, 8)).hasToString("10.13");
        assertThat(Total.of(9, 2)).hasToString("4.5");
        assertThat(Total.of(1000, 10)).hasToString("100");
        assertThat(Total.of(0, 3)).hasToString("0");
    }

    @Test
    void isRoundedHalfUpOnceAndNotTwice() {
        assertThat(Total.of(9, 2).whole()).isEqualTo(5);
        assertThat(Total.of(9496, 1000).whole()).isEqualTo(9);
        assertThat(Total.of(29166667, 10000000).scaled(1)).isEqualTo(29);
        assertThat(Total.of(61, 12).scaled(1)).isEqualTo(51);
    }

    @Test
    void isEqualByWhatItIs() {
        assertThat(Total.of(18, 2)).isEqualTo(Total.of(9)).hasSameHashCodeAs(Total.of(9));
        assertThat(Total.of(28, 3)).isGreaterThan(Total.of(9)).isLessThan(Total.of(19, 2));
        assertThatThrownBy(() -> Total.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
