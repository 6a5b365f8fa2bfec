package tombolo.course;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contract that waits for the person's yes, for their first page: nobody has to know where to look for it. */
@Component
@Order(30)
class ContractToRead implements ComesNext {
    private final CoursePart part;
    private final JsonMapper json = JsonMapper.builder().build();

    ContractToRead(CoursePart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Line>> glance() {
        return new Glance<>(
                part,
                "select to_json(max(p.proposed_at)) from course_contract p join course k"
                        + " on k.practice_id = p.practice_id and k.id = p.course_id and k.state <> 'ENDED'"
                        + " where p.practice_id = :practice and p.person_id = :person and p.agreed_at is null"
                        + " and not exists (select from course_contract later where later.practice_id = p.practice_id"
                        + " and later.course_id = p.course_id and later.version > p.version)",
                Map.of(),
                (person, found) -> waiting(json.readTree(found)));
    }

    private static List<Line> waiting(JsonNode since) {
        return since.isNull()
                ? List.of()
                : List.of(new Line(
                        "course.next-line",
                        OffsetDateTime.parse(since.stringValue()).toInstant(),
                        "/my/course"));
    }
}
