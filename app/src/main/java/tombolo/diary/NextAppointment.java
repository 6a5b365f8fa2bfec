package tombolo.diary;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When the person and their therapist meet next, for the person's first page. */
@Component
@Order(10)
class NextAppointment implements ComesNext {
    private final AppointmentsPart part;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    NextAppointment(AppointmentsPart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return new Glance<>(
                part,
                "select to_json(min(a.start_at)) from appointment a where a.practice_id = :practice"
                        + " and a.person_id = :person and a.state = 'BOOKED' and a.start_at > :meetAfter",
                Map.of("meetAfter", Timestamp.from(time.now())),
                (person, found) -> next(json.readTree(found)));
    }

    private static List<Line> next(JsonNode start) {
        if (start.isNull()) {
            return List.of();
        }
        Instant at = OffsetDateTime.parse(start.stringValue()).toInstant();
        return List.of(new Line("diary.next-line", at, "/my/appointments"));
    }
}
