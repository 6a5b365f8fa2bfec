package tombolo.inventory;

import java.util.List;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;

/** Somebody's circles as a test finds them. */
public final class TestCircles {
    private TestCircles() {}

    /** One of the family, close, put there by the person themself. */
    public static RelationshipId close(ApplicationContext context, TestHouse house, Account whose, String name) {
        return add(context, house, whose, name, new Standing(Ring.CLOSE, null, Sector.FAMILY));
    }

    /** One of the family who has died. */
    public static RelationshipId died(ApplicationContext context, TestHouse house, Account whose, String name) {
        return add(context, house, whose, name, Standing.at(Apart.DIED, Sector.FAMILY));
    }

    private static RelationshipId add(
            ApplicationContext context, TestHouse house, Account whose, String name, Standing standing) {
        Inventories inventories = context.getBean(Inventories.class);
        PersonId person = whose.person().orElseThrow();
        return house.within(() -> {
            Inventory circles = inventories.visibleTo(whose.viewer()).toChange(person);
            RelationshipId added = circles.add(
                            List.of(name),
                            standing,
                            new Signature(
                                    whose.id(),
                                    context.getBean(ProgrammeTime.class).now()))
                    .getFirst()
                    .id();
            inventories.save(circles, whose.viewer());
            return added;
        });
    }
}
