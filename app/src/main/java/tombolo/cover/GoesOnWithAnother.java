package tombolo.cover;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;

/** That another therapist walks with them from now on, for the first page of the person. */
@Component
@Order(8)
class GoesOnWithAnother implements ComesNext {
    private final CoverPart part;
    private final ProgrammeTime time;

    GoesOnWithAnother(CoverPart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select t.at from transfer t where t.practice_id = :practice and t.person_id = :person"
                                + " and t.at > :handedOnSince order by t.at desc limit 1",
                        Map.of("handedOnSince", Timestamp.from(time.now().minus(Transfers.NEW)))),
                "cover.next-line",
                "/my/what-my-therapist-sees");
    }
}
