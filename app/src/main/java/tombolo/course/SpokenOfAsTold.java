package tombolo.course;

import org.springframework.stereotype.Component;
import tombolo.people.Glance;
import tombolo.people.SpokenOf;

/** How somebody wants to be spoken of, as they told it at the start. */
@Component
class SpokenOfAsTold implements SpokenOf {
    private final Intakes intakes;

    SpokenOfAsTold(Intakes intakes) {
        this.intakes = intakes;
    }

    @Override
    public Glance<String> glance() {
        return intakes.spokenOf();
    }
}
