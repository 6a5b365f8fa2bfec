package tombolo.course;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tombolo.course.Focus.Named;
import tombolo.database.Ids;
import tombolo.inventory.RelationshipId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A focus as a step in the life of a course: the areas are categories, everything else is sealed words. */
final class FocusWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FocusWords() {}

    static Step write(Focus focus) {
        ObjectNode words = JSON.createObjectNode().put("evidence", focus.evidence());
        var people = words.putArray("people");
        focus.people()
                .forEach(one -> people.addObject()
                        .put("who", one.who().value().toString())
                        .put("name", one.name()));
        return new Step(Ids.next(), Step.Kind.FOCUS, String.join(",", focus.areas()), words.toString(), focus.signed());
    }

    static Focus read(Step step) {
        JsonNode words = JSON.readTree(step.words());
        List<Named> people = new ArrayList<>();
        for (JsonNode one : words.path("people")) {
            people.add(new Named(
                    new RelationshipId(UUID.fromString(one.path("who").asString())),
                    one.path("name").asString()));
        }
        return new Focus(
                List.of(step.detail().split(",")),
                people,
                words.path("evidence").asString(),
                step.signed());
    }
}
