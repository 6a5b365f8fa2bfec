package tombolo.inventory;

import java.util.List;
import java.util.function.UnaryOperator;
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

    /** How safe it is to be honest with somebody, from 0 to 4, as the person themself says it there. */
    public static void honest(
            ApplicationContext context, TestHouse house, Account whose, RelationshipId who, int honest) {
        tell(
                context,
                house,
                whose,
                who,
                before -> new Description(
                        before.tie(),
                        before.heard(),
                        new Sense(honest, null),
                        before.contact(),
                        before.exchange(),
                        before.strain(),
                        before.confidant(),
                        before.mineMet(),
                        before.theirsMet(),
                        before.words()));
    }

    /** What two people hope for from each other, as the person themself says it there. */
    public static void hopes(
            ApplicationContext context,
            TestHouse house,
            Account whose,
            RelationshipId who,
            String mine,
            String theirs) {
        tell(
                context,
                house,
                whose,
                who,
                before -> new Description(
                        before.tie(),
                        before.heard(),
                        before.honest(),
                        before.contact(),
                        before.exchange(),
                        before.strain(),
                        before.confidant(),
                        before.mineMet(),
                        before.theirsMet(),
                        new Words("", "", "", mine, theirs, "")));
    }

    /** Takes somebody off again, as the person themself does. */
    public static void takenOff(ApplicationContext context, TestHouse house, Account whose, RelationshipId who) {
        change(context, house, whose, who, (circles, tie, signed) -> circles.remove(who, tie.version(), signed));
    }

    /** Somebody who was there has died. */
    public static void hasDied(ApplicationContext context, TestHouse house, Account whose, RelationshipId who) {
        change(
                context,
                house,
                whose,
                who,
                (circles, tie, signed) ->
                        circles.place(who, tie.version(), Standing.at(Apart.DIED, Sector.FAMILY), signed));
    }

    /** That somebody had died was a slip: they stand close again. */
    public static void lives(ApplicationContext context, TestHouse house, Account whose, RelationshipId who) {
        change(
                context,
                house,
                whose,
                who,
                (circles, tie, signed) ->
                        circles.place(who, tie.version(), new Standing(Ring.CLOSE, null, Sector.FAMILY), signed));
    }

    private interface Changed {
        void by(Inventory circles, Relationship tie, Signature signed);
    }

    private static void tell(
            ApplicationContext context,
            TestHouse house,
            Account whose,
            RelationshipId who,
            UnaryOperator<Description> told) {
        change(
                context,
                house,
                whose,
                who,
                (circles, tie, signed) -> circles.describe(
                        who, tie.version(), tie.name().words(), tie.standing(), told.apply(tie.description()), signed));
    }

    private static void change(
            ApplicationContext context, TestHouse house, Account whose, RelationshipId who, Changed changed) {
        Inventories inventories = context.getBean(Inventories.class);
        house.within(() -> {
            Inventory circles = inventories
                    .visibleTo(whose.viewer())
                    .toChange(whose.person().orElseThrow());
            changed.by(
                    circles,
                    circles.find(who).orElseThrow(),
                    new Signature(
                            whose.id(), context.getBean(ProgrammeTime.class).now()));
            inventories.save(circles, whose.viewer());
            return true;
        });
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
