package tombolo.ending;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;

/** Once no course is open any more, what was written for later stands on the person's first page: it is then that it is needed. */
@Component
@Order(60)
class AfterTheEnd implements ComesNext {
    private final EndingPart part;

    AfterTheEnd(EndingPart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select r.written_at as at from ending_review r where r.practice_id = :practice"
                                + " and r.person_id = :person and not exists (select from course k"
                                + " where k.practice_id = r.practice_id and k.person_id = r.person_id"
                                + " and k.state <> 'ENDED') order by r.version desc limit 1",
                        Map.of()),
                "ending.next-line",
                "/my/ending");
    }
}
