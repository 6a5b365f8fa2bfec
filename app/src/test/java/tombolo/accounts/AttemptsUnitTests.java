package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tombolo.accounts.Attempts.Place;
import tombolo.accounts.Attempts.TooOften;

/** How often a door may be tried, who pays for whose tries, and how soon it is forgotten. */
class AttemptsUnitTests {
    private static final String SHARED = "203.0.113.7";
    private static final byte[] ISHBEL = {1};
    private static final byte[] PRIYA = {2};

    private final TestClock.Moved clock = new TestClock.Moved();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void aNameIsGuessedTenTimesWhereverTheGuessesComeFrom() {
        for (int i = 0; i < 10; i++) {
            attempts.count(Place.PASSWORD, ISHBEL, "203.0." + i + ".1");
        }
        assertPauses(() -> attempts.count(Place.PASSWORD, ISHBEL, "198.51.100.1"));
        assertThatCode(() -> attempts.count(Place.PASSWORD, PRIYA, SHARED)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.count(Place.RECOVERY, ISHBEL, SHARED)).doesNotThrowAnyException();
    }

    @Test
    void aNetworkThatGuessesAtManyNamesPausesAndNoOtherDoes() {
        for (int i = 0; i < 100; i++) {
            attempts.count(Place.PASSWORD, new byte[] {3, (byte) i}, "203.0.113." + i);
        }
        assertPauses(() -> attempts.count(Place.PASSWORD, PRIYA, SHARED));
        assertThatCode(() -> attempts.count(Place.PASSWORD, PRIYA, "203.0.114.7"))
                .doesNotThrowAnyException();
        assertThatCode(() -> attempts.count(Place.PASSKEY, SHARED))
                .as("a passkey cannot be guessed, so a colleague who shares the network with the guesser gets in by it")
                .doesNotThrowAnyException();
    }

    @Test
    void aHouseFullOfColleaguesWhoComeInRightlyIsNeverLockedOut() {
        for (int i = 0; i < 1000; i++) {
            byte[] colleague = {4, (byte) i};
            attempts.count(Place.PASSWORD, colleague, SHARED);
            attempts.forgive(Place.PASSWORD, colleague, SHARED);
            attempts.count(Place.SECOND_FACTOR, colleague, SHARED);
            attempts.forgive(Place.SECOND_FACTOR, colleague, SHARED);
            attempts.count(Place.PASSKEY, SHARED);
            attempts.forgive(Place.PASSKEY, SHARED);
        }
        assertThatCode(() -> attempts.count(Place.PASSWORD, ISHBEL, SHARED)).doesNotThrowAnyException();
    }

    @Test
    void beingRightNeverGivesMoreTriesThanThereAre() {
        for (int i = 0; i < 50; i++) {
            attempts.forgive(Place.PASSWORD, ISHBEL, SHARED);
        }
        for (int i = 0; i < 10; i++) {
            attempts.count(Place.PASSWORD, ISHBEL, SHARED);
        }
        assertPauses(() -> attempts.count(Place.PASSWORD, ISHBEL, SHARED));
    }

    @Test
    void aProxyOnThisMachineSpeaksForEverybodyAndIsNotCounted() {
        for (int i = 0; i < 1000; i++) {
            attempts.count(Place.PASSWORD, new byte[] {5, (byte) i, (byte) (i >> 8)}, "127.0.0.1");
        }
        assertThatCode(() -> attempts.count(Place.PASSWORD, ISHBEL, "::1")).doesNotThrowAnyException();
    }

    @Test
    void triesAreGivenBackOneByOneAndForgottenWithinTheQuarterOfAnHour() {
        for (int i = 0; i < 10; i++) {
            attempts.count(Place.PASSWORD, ISHBEL, SHARED);
        }
        clock.on(Duration.ofSeconds(90));
        attempts.count(Place.PASSWORD, ISHBEL, SHARED);
        assertPauses(() -> attempts.count(Place.PASSWORD, ISHBEL, SHARED));
        assertThat(attempts.remembered()).isEqualTo(2);
        clock.on(Duration.ofMinutes(15));
        assertThat(attempts.remembered()).isZero();
        for (int i = 0; i < 10; i++) {
            attempts.count(Place.PASSWORD, ISHBEL, SHARED);
        }
    }

    @Test
    void aFloodOfInventedNamesFillsNoMemory() {
        for (int i = 0; i < 120_000; i++) {
            attempts.count(Place.PASSWORD, new byte[] {6, (byte) i, (byte) (i >> 8), (byte) (i >> 16)}, "127.0.0.1");
        }
        assertThat(attempts.remembered()).isLessThanOrEqualTo(50_000);
    }

    private static void assertPauses(Runnable attempt) {
        assertThatExceptionOfType(TooOften.class)
                .isThrownBy(attempt::run)
                .satisfies(pause -> assertThat(pause.seconds()).isBetween(1L, 900L));
    }
}
