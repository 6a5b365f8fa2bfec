package tombolo.diary;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;

/** The next hour in which the therapist is away, for the person's first page: nobody waits before a closed door. */
@Component
@Order(11)
class HourInDoubt implements ComesNext {
    private final AppointmentsPart part;
    private final ProgrammeTime time;

    HourInDoubt(AppointmentsPart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select a.start_at as at from appointment a join appointment_in_doubt d"
                                + " on d.practice_id = a.practice_id and d.appointment_id = a.id"
                                + " where a.practice_id = :practice and a.person_id = :person and a.state = 'BOOKED'"
                                + " and a.start_at > :inDoubtAfter order by a.start_at limit 1",
                        Map.of("inDoubtAfter", Timestamp.from(time.now()))),
                "diary.in-doubt-line",
                "/my/appointments");
    }
}
