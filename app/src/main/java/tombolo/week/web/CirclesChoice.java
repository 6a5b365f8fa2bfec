package tombolo.week.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.ui.Choice;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.With;

/** The people a form offers, from the circles: the nearest first, and nobody has to be typed again. */
@Component
class CirclesChoice {
    private final Inventories inventories;

    CirclesChoice(Inventories inventories) {
        this.inventories = inventories;
    }

    /** Everyone who can be asked for something or met: whoever has died cannot. */
    List<Choice> toAsk(Viewer viewer, PersonId person) {
        return choices(
                all(viewer, person).stream()
                        .filter(one -> one.standing().now() != Apart.DIED)
                        .toList(),
                List.of());
    }

    /** Everyone a day can be about, and whoever is in the entry already though they left the circles. */
    List<Choice> toTellOf(Viewer viewer, PersonId person, List<With> already) {
        return choices(all(viewer, person), already);
    }

    Names names(Viewer viewer, PersonId person) {
        Map<RelationshipId, Confidential> names = new HashMap<>();
        all(viewer, person).forEach(one -> names.put(one.id(), one.name()));
        return new Names(names);
    }

    private List<Relationship> all(Viewer viewer, PersonId person) {
        return inventories.visibleTo(viewer).toCompare(person).people().stream()
                .sorted(Comparator.comparingInt(
                        one -> Position.all().toList().indexOf(one.standing().now())))
                .toList();
    }

    private static List<Choice> choices(List<Relationship> circles, List<With> already) {
        Map<String, String> choices = new LinkedHashMap<>();
        circles.forEach(
                one -> choices.put(one.id().value().toString(), one.name().words()));
        already.forEach(one -> choices.putIfAbsent(one.who().value().toString(), one.name()));
        return choices.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
    }
}
