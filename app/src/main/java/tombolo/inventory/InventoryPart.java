package tombolo.inventory;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** The people in someone's life, as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(40)
public final class InventoryPart implements PartOfRecord {
    private final JdbcClient jdbc;

    InventoryPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public String title() {
        return "inventory.part";
    }

    @Override
    public String titleForStaff() {
        return "inventory.desk.part";
    }

    @Override
    public String about() {
        return "inventory.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/circles");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/circles");
    }

    @Override
    public boolean isForemost() {
        return true;
    }

    @Override
    public void forget(PersonId person) {
        for (String table : new String[] {"inventory_snapshot", "relationship", "inventory_change", "inventory"}) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
