package tombolo.people;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.time.ProgrammeTime;

/** That their therapist cannot work any more and somebody stands in, for the first page of the person. */
@Component
@Order(9)
class SomebodyStandsIn implements ComesNext {
    private final ContactPart part;
    private final ProgrammeTime time;

    SomebodyStandsIn(ContactPart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select s.from_at as at from stand_in s where s.practice_id = :practice"
                                + " and s.person_id = :person and s.why = 'WILL' and s.from_at <= :standsInNow"
                                + " and s.until_at > :standsInNow order by s.from_at desc limit 1",
                        Map.of("standsInNow", Timestamp.from(time.now()))),
                "people.stands-in-line",
                "/my/what-my-therapist-sees");
    }
}
