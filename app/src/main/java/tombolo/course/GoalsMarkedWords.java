package tombolo.course;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tombolo.database.Ids;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was marked as a step in the life of a course: all of it sealed words. */
final class GoalsMarkedWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoalsMarkedWords() {}

    static Step write(GoalsMarked marked) {
        ObjectNode words = JSON.createObjectNode();
        marked.near().forEach((goal, near) -> words.put(goal.toString(), near));
        return new Step(Ids.next(), Step.Kind.GOALS_MARKED, "", words.toString(), marked.signed());
    }

    static GoalsMarked read(Step step) {
        Map<UUID, Integer> near = new HashMap<>();
        JSON.readTree(step.words())
                .properties()
                .forEach(one ->
                        near.put(UUID.fromString(one.getKey()), one.getValue().asInt()));
        return new GoalsMarked(near, step.signed());
    }
}
