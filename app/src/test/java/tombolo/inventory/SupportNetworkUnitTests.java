package tombolo.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.inventory.SupportNetwork.Coverage;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** Who gives what, over everyone on the rings. */
class SupportNetworkUnitTests {
    private final Inventory inventory = Inventory.begun(new PersonId(UUID.randomUUID()));
    private final Signature signature =
            new Signature(new AccountId(UUID.randomUUID()), Instant.parse("2026-11-29T09:00:00Z"));

    @Test
    void whatComesFromOneAloneFromNobodyAndFromSeveralIsToldApart() {
        somebody("Mum", Ring.VERY_CLOSE, Map.of(Support.EMOTIONAL, Amount.A_LITTLE, Support.PRACTICAL, Amount.NONE));
        somebody("Dan", Ring.CLOSE, Map.of(Support.COMPANY, Amount.QUITE_A_LOT, Support.PRACTICAL, Amount.NONE));
        somebody("Isla", Ring.CLOSE, Map.of(Support.COMPANY, Amount.A_LITTLE, Support.PRACTICAL, Amount.NONE));
        somebody("Gran", Apart.DIED, Map.of(Support.ADVICE, Amount.A_GREAT_DEAL));
        assertThat(coverage(Support.EMOTIONAL))
                .as("of the others it was not said")
                .isEqualTo(Coverage.ONE_SO_FAR);
        assertThat(coverage(Support.COMPANY)).isEqualTo(Coverage.SEVERAL);
        assertThat(coverage(Support.PRACTICAL))
                .as("said of all that there is none")
                .isEqualTo(Coverage.NOBODY);
        assertThat(coverage(Support.ADVICE))
                .as("who died gives no more; of the others nothing was said")
                .isEqualTo(Coverage.NOT_SAID);
        assertThat(SupportNetwork.of(inventory).people())
                .extracting(who -> who.name().words())
                .containsExactly("Mum", "Dan", "Isla");
    }

    @Test
    void thatItHangsOnOneAloneIsSaidOnceItWasSaidOfAll() {
        somebody("Mum", Ring.VERY_CLOSE, Map.of(Support.EMOTIONAL, Amount.A_LITTLE));
        somebody("Dan", Ring.CLOSE, Map.of(Support.EMOTIONAL, Amount.NONE));
        assertThat(coverage(Support.EMOTIONAL)).isEqualTo(Coverage.ONE);
    }

    @Test
    void withNobodyThereIsNoVerdict() {
        assertThat(SupportNetwork.of(inventory).isSaid()).isFalse();
        assertThat(coverage(Support.COMPANY)).isEqualTo(Coverage.NOT_SAID);
    }

    private Coverage coverage(Support support) {
        return SupportNetwork.of(inventory).kinds().stream()
                .filter(kind -> kind.support() == support)
                .findFirst()
                .orElseThrow()
                .coverage();
    }

    private void somebody(String name, Position where, Map<Support, Amount> received) {
        Relationship who = inventory
                .add(List.of(name), Standing.at(where, Sector.FAMILY), signature)
                .getFirst();
        inventory.describe(
                who.id(),
                who.version(),
                name,
                who.standing(),
                Description.UNSAID.exchanging(new Exchange(received, Map.of())),
                signature);
    }
}
