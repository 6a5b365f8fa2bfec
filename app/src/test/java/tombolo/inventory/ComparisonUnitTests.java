package tombolo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tombolo.vault.Confidential;

/** Then and now, as a list of what changed. */
class ComparisonUnitTests {
    private final Kept isla = kept("Isla", Ring.CLOSE, 1, 2, Amount.NONE, Met.NO);
    private final Kept dan = kept("Dan", Ring.VERY_CLOSE, 1, null, Amount.A_GREAT_DEAL, null);

    @Test
    void nothingChangedIsAnEmptyList() {
        assertThat(Comparison.between(List.of(isla, dan), List.of(dan, isla)).differences())
                .isEmpty();
    }

    @Test
    void tellsWhoIsNewCloserFurtherAndGone() {
        Kept tom = kept("Tom", Ring.FURTHER_OUT, null, null, null, null);
        Comparison comparison = Comparison.between(
                List.of(isla, dan, tom),
                List.of(
                        at(isla, Ring.VERY_CLOSE),
                        at(dan, Ring.FURTHER_OUT),
                        kept("Choir", Ring.CLOSE, 3, 3, null, null)));
        assertThat(comparison.differences())
                .extracting(
                        Comparison.Difference::kind,
                        difference -> difference.name().words())
                .containsExactly(
                        tuple(Comparison.Kind.NEW, "Choir"),
                        tuple(Comparison.Kind.CLOSER, "Isla"),
                        tuple(Comparison.Kind.FURTHER, "Dan"),
                        tuple(Comparison.Kind.GONE, "Tom"));
        assertThat(comparison.of(Comparison.Kind.CLOSER).getFirst())
                .extracting(Comparison.Difference::from, Comparison.Difference::to)
                .containsExactly("position.close", "position.very-close");
    }

    @Test
    void tellsWhoIsHeardMoreAndWhatGotEasier() {
        Comparison comparison = Comparison.between(
                List.of(isla, dan),
                List.of(felt(isla, 3, 4, Amount.A_LITTLE, Met.PARTLY), felt(dan, 0, 3, Amount.A_LITTLE, Met.YES)));
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::kind)
                .containsExactly(
                        Comparison.Kind.HEARD_MORE,
                        Comparison.Kind.SAFER,
                        Comparison.Kind.HOPES_MET,
                        Comparison.Kind.EASIER,
                        Comparison.Kind.HEARD_LESS,
                        Comparison.Kind.HARDER);
        assertThat(comparison.of(Comparison.Kind.HOPES_MET))
                .as("Dan's was not said before, so nothing is claimed of it")
                .extracting(difference -> difference.name().words())
                .containsExactly("Isla");
    }

    @Test
    void tellsOfPlacesApart() {
        Kept hoped = kept("A friend from the choir", Apart.NOT_YET_MET, null, null, null, null);
        Kept gone = kept("Ravi", Apart.LEFT, null, null, null, null);
        Comparison comparison = Comparison.between(
                List.of(hoped, gone, isla, dan),
                List.of(at(hoped, Ring.FURTHER_OUT), at(gone, Ring.CLOSE), at(isla, Apart.DIED), at(dan, Apart.LEFT)));
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::kind)
                .containsExactly(Comparison.Kind.MET, Comparison.Kind.BACK, Comparison.Kind.LEFT, Comparison.Kind.DIED);
    }

    private static Kept at(Kept kept, Position position) {
        return new Kept(
                kept.relationship(),
                kept.name(),
                kept.standing().movedTo(position),
                kept.heard(),
                kept.honest(),
                kept.strain(),
                kept.mineMet());
    }

    private static Kept felt(Kept kept, int heard, int honest, Amount strain, Met met) {
        return new Kept(
                kept.relationship(),
                kept.name(),
                kept.standing(),
                new Sense(heard, null),
                new Sense(honest, null),
                strain,
                met);
    }

    private static Kept kept(
            String name,
            Position position,
            @Nullable Integer heard,
            @Nullable Integer honest,
            @Nullable Amount strain,
            @Nullable Met met) {
        return new Kept(
                new RelationshipId(UUID.randomUUID()),
                Confidential.of(name),
                Standing.at(position, Sector.FAMILY),
                new Sense(heard, null),
                new Sense(honest, null),
                strain,
                met);
    }
}
