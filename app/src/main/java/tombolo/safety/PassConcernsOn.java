package tombolo.safety;

import java.time.Duration;
import org.springframework.stereotype.Component;
import tombolo.database.EachApart;
import tombolo.database.Job;

/** Brings every concern whose time has gone by to the next pair of eyes. */
@Component
class PassConcernsOn implements Job {
    private final Concerns concerns;
    private final EachApart each;

    PassConcernsOn(Concerns concerns, EachApart each) {
        this.concerns = concerns;
        this.each = each;
    }

    @Override
    public String name() {
        return "pass-concerns-on";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Each in a transaction of its own, so that a trouble with one does not hold up the others. */
    @Override
    public void run() {
        each.run(concerns::open, concerns::passOn);
    }
}
