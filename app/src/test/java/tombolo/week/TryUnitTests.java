package tombolo.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** What holds for a try and for an entry of the mood log, whoever writes them. */
class TryUnitTests {
    private static final AccountId ANNA = new AccountId(UUID.randomUUID());
    private static final AccountId ISHBEL = new AccountId(UUID.randomUUID());
    private static final PersonId WHOSE = new PersonId(UUID.randomUUID());
    private static final Instant THURSDAY = Instant.parse("2026-11-19T10:00:00Z");

    private final Try agreed = Try.agreed(
            WHOSE, new Try.Words("Ring Isla on Sunday", Optional.empty(), "", ""), Optional.of(5), ISHBEL, THURSDAY);

    @Test
    void whatWasAgreedWaitsUntilSomebodySaysHowItWent() {
        assertThat(agreed.isOpen()).isTrue();
        assertThat(agreed.outcome()).isEmpty();
        Try done = agreed.went(Try.How.PARTLY, "She was out", ANNA, THURSDAY.plusSeconds(60));
        assertThat(done.isOpen()).isFalse();
        assertThat(done.outcome().orElseThrow().toldBy()).isEqualTo(ANNA);
        assertThat(done.version()).isEqualTo(agreed.version() + 1);
        assertThat(done.agreedBy()).isEqualTo(ISHBEL);
    }

    @Test
    void notYetStaysOpenAndAChangedMindDoesNot() {
        assertThat(agreed.went(Try.How.NOT_YET, "", ANNA, THURSDAY).isOpen()).isTrue();
        assertThat(agreed.went(Try.How.CHANGED_MY_MIND, "", ANNA, THURSDAY).isOpen())
                .isFalse();
    }

    @Test
    void howItWentMayBeToldAgain() {
        Try after = agreed.went(Try.How.NOT_YET, "", ANNA, THURSDAY)
                .went(Try.How.DID, "I rang from the car", ANNA, THURSDAY.plusSeconds(5));
        assertThat(after.outcome().orElseThrow().how()).isEqualTo(Try.How.DID);
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    void aTrySaysWhatIsTried() {
        assertThatThrownBy(() -> new Try.Words(" ", Optional.empty(), "Sunday", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMoodIsFromNoughtToTen() {
        assertThatThrownBy(() -> mood(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mood(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(mood(0).mood()).isZero();
        assertThat(mood(10).mood()).isEqualTo(10);
    }

    @Test
    void noWordIsReadByAccident() {
        assertThat(agreed.toString()).doesNotContain("Isla");
        assertThat(agreed.went(Try.How.DID, "From the car", ANNA, THURSDAY).toString())
                .doesNotContain("car");
        assertThat(mood(4).toString()).doesNotContain("sighed");
    }

    private static MoodEntry mood(int mood) {
        return MoodEntry.told(
                WHOSE,
                mood,
                LocalDate.of(2026, 11, 19),
                new MoodEntry.Words("He sighed", ""),
                List.of(),
                MoodEntry.Began.EVENT,
                THURSDAY);
    }
}
