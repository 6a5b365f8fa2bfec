package tombolo.demo;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.safety.Concern.Opening;
import tombolo.safety.Concern.Source;
import tombolo.safety.Concerns;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** Nell said something this morning that needs a conversation, and Ishbel answers for it. */
@Component
@Profile("demo")
@Order(85)
class CastConcerns implements Story {
    private final Concerns concerns;
    private final ProgrammeTime time;

    CastConcerns(Concerns concerns, ProgrammeTime time) {
        this.concerns = concerns;
        this.time = time;
    }

    @Override
    public void week(int ago, Told told) {
        if (ago == 0) {
            Viewer ishbel = told.viewer(Cast.ISHBEL);
            concerns.visibleTo(ishbel)
                    .hear(
                            told.person(Cast.NELL),
                            Opening.said(
                                    Source.MESSAGE,
                                    Optional.of(
                                            Confidential.of("Some nights I think it would be easier not to be here.")),
                                    ishbel.account(),
                                    time.now(),
                                    Optional.empty()));
        }
    }
}
