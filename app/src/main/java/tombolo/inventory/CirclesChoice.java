package tombolo.inventory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tombolo.ui.Choice;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The people a form offers, from the circles: the nearest first, and nobody has to be typed again. */
@Component
public class CirclesChoice {
    private final Inventories inventories;

    CirclesChoice(Inventories inventories) {
        this.inventories = inventories;
    }

    /** Everyone who can be asked for something or met: whoever has died cannot. */
    public List<Choice> toAsk(Viewer viewer, PersonId person) {
        return toAsk(viewer, person, Map.of());
    }

    /** @param already whoever was to be asked already, as they were called, whatever has happened since */
    public List<Choice> toAsk(Viewer viewer, PersonId person, Map<RelationshipId, String> already) {
        return choices(
                all(viewer, person).stream()
                        .filter(one -> one.standing().now() != Apart.DIED)
                        .toList(),
                already);
    }

    /**
     * Everyone something can be about.
     *
     * @param already whoever it is about already, as they were called, though they may have left the circles
     */
    public List<Choice> toTellOf(Viewer viewer, PersonId person, Map<RelationshipId, String> already) {
        return choices(all(viewer, person), already);
    }

    /** What everyone on the circles is called now. */
    public Map<RelationshipId, Confidential> names(Viewer viewer, PersonId person) {
        Map<RelationshipId, Confidential> names = new HashMap<>();
        all(viewer, person).forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    private List<Relationship> all(Viewer viewer, PersonId person) {
        return inventories.visibleTo(viewer).toCompare(person).people().stream()
                .sorted(Comparator.comparingInt(
                        one -> Position.all().toList().indexOf(one.standing().now())))
                .toList();
    }

    private static List<Choice> choices(List<Relationship> circles, Map<RelationshipId, String> already) {
        Map<String, String> choices = new LinkedHashMap<>();
        circles.forEach(
                one -> choices.put(one.id().value().toString(), one.name().words()));
        already.forEach((who, name) -> choices.putIfAbsent(who.value().toString(), name));
        return choices.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
    }
}
