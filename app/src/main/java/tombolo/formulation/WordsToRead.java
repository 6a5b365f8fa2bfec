package tombolo.formulation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** New words for what the problem is, to which the person has not said yes, for their first page. */
@Component
@Order(40)
class WordsToRead implements ComesNext {
    private final FormulationPart part;
    private final JsonMapper json = JsonMapper.builder().build();

    WordsToRead(FormulationPart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Line>> glance() {
        return new Glance<>(
                part,
                "select to_json(max(f.written_at)) from formulation f where f.practice_id = :practice"
                        + " and f.person_id = :person and not exists (select from formulation_agreement yes"
                        + " where yes.practice_id = f.practice_id and yes.formulation_id = f.id"
                        + " and yes.side = 'PERSON') and not exists (select from formulation later"
                        + " where later.practice_id = f.practice_id and later.person_id = f.person_id"
                        + " and later.version > f.version)",
                Map.of(),
                (person, found) -> waiting(json.readTree(found)));
    }

    private static List<Line> waiting(JsonNode since) {
        return since.isNull()
                ? List.of()
                : List.of(new Line(
                        "formulation.next-line",
                        OffsetDateTime.parse(since.stringValue()).toInstant(),
                        "/my/what-we-agreed"));
    }
}
