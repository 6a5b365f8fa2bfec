package tombolo.instruments;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A total with what the published bands and cut-off say of it. */
public final class Score implements Scored {
    private final Total total;
    private final @Nullable Band band;
    private final @Nullable Boolean atCaseness;
    private final int answered;
    private final RiskAnswer risk;

    Score(Total total, @Nullable Band band, @Nullable Boolean atCaseness, int answered, RiskAnswer risk) {
        this.total = total;
        this.band = band;
        this.atCaseness = atCaseness;
        this.answered = answered;
        this.risk = risk;
    }

    /** The published score. */
    public Total total() {
        return total;
    }

    /** The band the total lies in; empty where no bands are published. */
    public Optional<Band> band() {
        return Optional.ofNullable(band);
    }

    /** Whether the total is at or beyond the cut-off; empty where none is published. */
    public Optional<Boolean> atCaseness() {
        return Optional.ofNullable(atCaseness);
    }

    @Override
    public int answered() {
        return answered;
    }

    @Override
    public RiskAnswer risk() {
        return risk;
    }

    @Override
    public String toString() {
        return band == null ? total.toString() : total + " (" + band.key() + ")";
    }
}
