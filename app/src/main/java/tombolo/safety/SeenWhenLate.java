package tombolo.safety;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.people.AlsoSeen;
import tombolo.people.Person;
import tombolo.ui.Said;

/** For the person: who hears of it beside their therapist when something they said about not being safe waits for too long. */
@Component
class SeenWhenLate implements AlsoSeen {

    @Override
    public List<Line> of(Person person) {
        return List.of(new Line(Said.of("safety.seen.late"), Optional.empty()));
    }
}
