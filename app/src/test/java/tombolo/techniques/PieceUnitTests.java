package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** How something stood is kept with its day, and told again only when it has changed. */
class PieceUnitTests {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Instant MARCH = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-07T10:00:00Z");
    private static final Instant LATER_THAT_DAY = Instant.parse("2026-04-07T18:00:00Z");

    private final Piece piece = Piece.begun(
            new PersonId(UUID.randomUUID()),
            "dispute",
            Optional.empty(),
            Answers.NONE,
            new AccountId(UUID.randomUUID()),
            MARCH);

    @Test
    void howItStoodIsKeptBesideHowItStands() {
        Piece stuck = piece.standing("stuck", ZONE);
        assertThat(at(stuck, APRIL).standing("talking", ZONE).stood())
                .containsExactly(new Stood("stuck", MARCH), new Stood("talking", APRIL));
    }

    @Test
    void whatHasNotChangedKeepsItsFirstDay() {
        Piece stuck = piece.standing("stuck", ZONE);
        assertThat(at(stuck, APRIL).standing("stuck", ZONE).stood()).containsExactly(new Stood("stuck", MARCH));
    }

    @Test
    void aSlipOfTheHandIsNoHistory() {
        Piece slipped = at(piece.standing("stuck", ZONE), APRIL).standing("over", ZONE);
        assertThat(at(slipped, LATER_THAT_DAY).standing("talking", ZONE).stood())
                .containsExactly(new Stood("stuck", MARCH), new Stood("talking", LATER_THAT_DAY));
        assertThat(at(slipped, LATER_THAT_DAY).standing("stuck", ZONE).stood())
                .as("as it was before")
                .containsExactly(new Stood("stuck", MARCH));
    }

    private static Piece at(Piece piece, Instant when) {
        return piece.said(Answers.NONE, Optional.empty(), when);
    }
}
