package tombolo.measures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tombolo.people.Glance;
import tombolo.people.OwnMark;

/** When somebody last answered questions alone; what was put down together says nothing of their own pages. */
@Component
class LastAnswered implements OwnMark {
    private final MeasuresPart part;

    LastAnswered(MeasuresPart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Instant>> glance() {
        return Glance.moments(
                part,
                "select r.kept_at as at from response r where r.practice_id = :practice and r.person_id = :person"
                        + " and r.kept_by is null and r.way <> 'IN_ROOM' order by r.kept_at desc limit 1",
                Map.of());
    }
}
