package tombolo.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tombolo.course.Focus.Named;
import tombolo.database.Ids;
import tombolo.inventory.RelationshipId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sick role as a step in the life of a course: all of it sealed words. */
final class SickRoleWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SickRoleWords() {}

    static Step write(SickRole role) {
        ObjectNode words =
                JSON.createObjectNode().put("until", role.until().toString()).put("effort", role.effort());
        var lightened = words.putArray("lightened");
        role.lightened().forEach(lightened::add);
        var helpers = words.putArray("helpers");
        role.helpers()
                .forEach(one -> helpers.addObject()
                        .put("who", one.who().value().toString())
                        .put("name", one.name()));
        return new Step(Ids.next(), Step.Kind.SICK_ROLE, "", words.toString(), role.signed());
    }

    static SickRole read(Step step) {
        JsonNode words = JSON.readTree(step.words());
        List<String> lightened = new ArrayList<>();
        words.path("lightened").forEach(line -> lightened.add(line.asString()));
        List<Named> helpers = new ArrayList<>();
        words.path("helpers")
                .forEach(one -> helpers.add(new Named(
                        new RelationshipId(UUID.fromString(one.path("who").asString())),
                        one.path("name").asString())));
        return new SickRole(
                lightened,
                helpers,
                LocalDate.parse(words.path("until").asString()),
                words.path("effort").asString(),
                step.signed());
    }
}
