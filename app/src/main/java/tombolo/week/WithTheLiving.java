package tombolo.week;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.inventory.SaidDied;
import tombolo.inventory.SaidLiving;

/** What is to be tried is tried with the living: nobody is asked how it went with somebody who has died since. */
@Component
class WithTheLiving {
    private final Tries tries;

    WithTheLiving(Tries tries) {
        this.tries = tries;
    }

    @EventListener
    void on(SaidDied said) {
        tries.layAside(said.person(), said.who());
    }

    @EventListener
    void on(SaidLiving said) {
        tries.takeUpAgain(said.person(), said.who());
    }
}
