package tombolo.diary;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;

/** When the person and their therapist meet next, as far as it is known, for the person's first page. */
@Component
@Order(10)
class NextAppointment implements ComesNext {
    private final AppointmentsPart part;
    private final ProgrammeTime time;

    NextAppointment(AppointmentsPart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select a.start_at as at from appointment a where a.practice_id = :practice"
                                + " and a.person_id = :person and a.state = 'BOOKED' and a.start_at > :meetAfter"
                                + " and not exists (select from appointment_in_doubt d where d.practice_id = a.practice_id"
                                + " and d.appointment_id = a.id) order by a.start_at limit 1",
                        Map.of("meetAfter", Timestamp.from(time.now()))),
                "diary.next-line",
                "/my/appointments");
    }
}
