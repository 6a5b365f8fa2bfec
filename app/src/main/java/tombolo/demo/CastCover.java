package tombolo.demo;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.cover.ClinicalWills;
import tombolo.people.StandIn.Scope;
import tombolo.vault.Confidential;

/** Ishbel's clinical will: Idris may find whom to ring, if she cannot. */
@Component
@Profile("demo")
@Order(95)
class CastCover implements Story {
    private static final int MADE = 20;

    private final ClinicalWills wills;

    CastCover(ClinicalWills wills) {
        this.wills = wills;
    }

    @Override
    public void week(int ago, Told told) {
        if (ago == MADE) {
            wills.visibleTo(told.viewer(Cast.ISHBEL))
                    .make(
                            told.viewer(Cast.IDRIS).account(),
                            Scope.CONTACT,
                            Optional.of(Confidential.of(
                                    "Ring each of them yourself, by the way that is safe. Say that I am ill, and offer"
                                            + " them a time with somebody else within a week.")));
        }
    }
}
