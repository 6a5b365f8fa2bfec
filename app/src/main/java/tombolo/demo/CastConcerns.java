package tombolo.demo;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.safety.Concern.Kind;
import tombolo.safety.Concern.Opening;
import tombolo.safety.Concern.Source;
import tombolo.safety.Concerns;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Nell said something this morning that needs a conversation. What was said in the weeks before, Ishbel has answered. */
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
        Viewer ishbel = told.viewer(Cast.ISHBEL);
        if (ago > 0) {
            answerAll(ishbel, Optional.empty());
        } else {
            PersonId nell = told.person(Cast.NELL);
            answerAll(ishbel, Optional.of(nell));
            if (concerns.visibleTo(ishbel).open(nell).isEmpty()) {
                writes(nell, ishbel);
            }
        }
    }

    private void answerAll(Viewer ishbel, Optional<PersonId> except) {
        List<Concerns.Seen> open = concerns.visibleTo(ishbel).all().stream()
                .filter(seen -> !except.equals(Optional.of(seen.concern().person())))
                .toList();
        open.forEach(seen -> concerns.visibleTo(ishbel)
                .change(seen.concern().id(), seen.concern().version(), (concern, due) -> {
                    concern.did(
                            Kind.SPOKE,
                            Optional.of(Confidential.of("We spoke, and looked at the safety plan together.")),
                            ishbel.account(),
                            time.now(),
                            due);
                    concern.closes(ishbel.account(), time.now());
                }));
    }

    private void writes(PersonId nell, Viewer ishbel) {
        concerns.visibleTo(ishbel)
                .hear(
                        nell,
                        Opening.said(
                                Source.MESSAGE,
                                Optional.of(Confidential.of("Some nights I think it would be easier not to be here.")),
                                ishbel.account(),
                                time.now(),
                                Optional.empty()));
    }
}
