package tombolo.measures;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The questions that can be answered now, for the person's first page. */
@Component
@Order(20)
class QuestionsToAnswer implements ComesNext {
    private final MeasuresPart part;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    QuestionsToAnswer(MeasuresPart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return new Glance<>(
                part,
                "select coalesce(json_agg(q.closes_at order by q.closes_at), '[]') from asking q"
                        + " where q.practice_id = :practice and q.person_id = :person and q.answered_at is null"
                        + " and q.withdrawn_at is null and q.opens_at <= :askedNow and q.closes_at > :askedNow",
                Map.of("askedNow", Timestamp.from(time.now())),
                (person, found) -> waiting(json.readTree(found)));
    }

    private static List<Line> waiting(JsonNode found) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode closes : found) {
            lines.add(new Line(
                    "measures.next-line",
                    OffsetDateTime.parse(closes.stringValue()).toInstant(),
                    "/my/questions"));
        }
        return List.copyOf(lines);
    }
}
