package tombolo.inventory;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.people.Glance;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What everyone on the circles is called today, for pages that speak of them and need no more. */
@Component
public class NamesOnTheCircles {
    private final InventoryPart part;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    NamesOnTheCircles(InventoryPart part, Vault vault) {
        this.part = part;
        this.vault = vault;
    }

    /** Those who are there now; whoever was taken off is not among them. */
    public Glance<Map<RelationshipId, Confidential>> glance() {
        return new Glance<>(
                part,
                "select json_object_agg(r.id, r.name) from relationship r where r.practice_id = :practice"
                        + " and r.person_id = :person and r.removed_at is null",
                Map.of(),
                this::names);
    }

    /** Those of whom it stands there that they have died. */
    public Glance<Set<RelationshipId>> died() {
        return new Glance<>(
                part,
                "select json_agg(r.id) from relationship r where r.practice_id = :practice and r.person_id = :person"
                        + " and r.removed_at is null and r.stands = 'DIED'",
                Map.of(),
                (person, found) -> json.readTree(found)
                        .valueStream()
                        .map(id -> new RelationshipId(UUID.fromString(id.stringValue())))
                        .collect(Collectors.toSet()));
    }

    private Map<RelationshipId, Confidential> names(PersonId person, String found) {
        Map<RelationshipId, Confidential> names = new HashMap<>();
        json.readTree(found).properties().forEach(one -> {
            UUID id = UUID.fromString(one.getKey());
            byte[] name = HexFormat.of().parseHex(one.getValue().stringValue().substring(2));
            names.put(new RelationshipId(id), vault.open(person, RelationshipRows.place("name", id), name));
        });
        return names;
    }
}
