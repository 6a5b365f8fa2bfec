package tombolo.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tombolo.inventory.Amount;
import tombolo.inventory.Apart;
import tombolo.inventory.Contact;
import tombolo.inventory.Contact.Often;
import tombolo.inventory.Contact.Way;
import tombolo.inventory.Description;
import tombolo.inventory.Exchange;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Met;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.Ring;
import tombolo.inventory.Sense;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.inventory.Support;
import tombolo.inventory.Tie;
import tombolo.inventory.Words;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Who is in the lives of the cast, laid on their circles as they themselves would. */
@Component
@Profile("demo")
class CastCircles {
    private final Inventories inventories;
    private final ProgrammeTime time;

    CastCircles(Inventories inventories, ProgrammeTime time) {
        this.inventories = inventories;
        this.time = time;
    }

    /** Lays out the people in one life, by that person's own hand. */
    void layOut(Cast who, PersonId person, Viewer themself) {
        Inventory inventory = inventories.visibleTo(themself).toChange(person);
        Signature signature = new Signature(themself.account(), time.now());
        for (Drawn drawn : peopleOf(who)) {
            Relationship added = inventory
                    .add(List.of(drawn.name), drawn.standing(), signature)
                    .getFirst();
            inventory.describe(
                    added.id(), added.version(), drawn.name, drawn.standing(), drawn.description(), signature);
        }
        inventories.save(inventory, themself);
    }

    /** What Anna has changed after some weeks: her sister is nearer, she is heard more at home, and there is a choir. */
    void someWeeksLater(PersonId anna, Viewer herself) {
        Inventory inventory = inventories.visibleTo(herself).toChange(anna);
        Signature signature = new Signature(herself.account(), time.now());
        Relationship isla = inventory.called("Isla").orElseThrow();
        inventory.place(isla.id(), isla.version(), isla.standing().movedTo(Ring.VERY_CLOSE), signature);
        Relationship dan = inventory.called("Dan").orElseThrow();
        Description before = dan.description();
        inventory.describe(
                dan.id(),
                dan.version(),
                "Dan",
                dan.standing(),
                new Description(
                        before.tie(),
                        new Sense(2, 3),
                        new Sense(2, 4),
                        before.contact(),
                        before.exchange(),
                        before.strain(),
                        before.confidant(),
                        Met.PARTLY,
                        before.theirsMet(),
                        before.words()),
                signature);
        Drawn choir = new Drawn("Choir", Tie.GROUP, Ring.FURTHER_OUT)
                .wished(Ring.CLOSE)
                .inTouch(Often.WEEKLY, Way.MEETING)
                .heard(2, 3)
                .get(Support.COMPANY, Amount.QUITE_A_LOT);
        Relationship added =
                inventory.add(List.of(choir.name), choir.standing(), signature).getFirst();
        inventory.describe(added.id(), added.version(), choir.name, choir.standing(), choir.description(), signature);
        inventories.save(inventory, herself);
    }

    private static List<Drawn> peopleOf(Cast who) {
        return switch (who) {
            case ANNA ->
                List.of(
                        new Drawn("Finn", Tie.CHILD, Ring.VERY_CLOSE).inTouch(Often.DAILY, Way.MEETING),
                        new Drawn("Dan", Tie.PARTNER, Ring.CLOSE)
                                .wished(Ring.VERY_CLOSE)
                                .inTouch(Often.DAILY, Way.MEETING)
                                .heard(1, 3)
                                .honest(1, 4)
                                .strain(Amount.QUITE_A_LOT)
                                .get(Support.PRACTICAL, Amount.A_LITTLE)
                                .says("He works late. We talk about Finn, and not about us.", "I wish he would ask."),
                        new Drawn("Isla", Tie.SIBLING, Ring.CLOSE)
                                .wished(Ring.VERY_CLOSE)
                                .inTouch(Often.WEEKLY, Way.CALLING)
                                .heard(3, 4)
                                .honest(3, 4)
                                .get(Support.EMOTIONAL, Amount.QUITE_A_LOT)
                                .confidant(),
                        new Drawn("Mum", Tie.PARENT, Ring.FURTHER_OUT)
                                .wished(Ring.CLOSE)
                                .inTouch(Often.MONTHLY, Way.CALLING)
                                .heard(1, 3)
                                .honest(2, 4)
                                .get(Support.ADVICE, Amount.QUITE_A_LOT)
                                .says(
                                        "She lives three hours away.",
                                        "That she listens before she tells me what to do."),
                        new Drawn("Old team", Tie.WORKMATE, Ring.FURTHER_OUT)
                                .inTouch(Often.YEARLY, Way.WRITING)
                                .heard(2, 2),
                        new Drawn("Next door", Tie.NEIGHBOUR, Ring.FURTHER_OUT)
                                .inTouch(Often.WEEKLY, Way.MEETING)
                                .get(Support.PRACTICAL, Amount.A_LITTLE),
                        new Drawn("Another mother", Tie.FRIEND, Apart.NOT_YET_MET).wished(Ring.FURTHER_OUT));
            case JOAN ->
                List.of(
                        new Drawn("My husband", Tie.PARTNER, Apart.DIED).heard(4, 4),
                        new Drawn("My daughter", Tie.CHILD, Ring.VERY_CLOSE)
                                .inTouch(Often.WEEKLY, Way.CALLING)
                                .heard(2, 3)
                                .honest(1, 3),
                        new Drawn("Thursday walkers", Tie.GROUP, Ring.FURTHER_OUT)
                                .inTouch(Often.NOT_NOW)
                                .get(Support.COMPANY, Amount.A_LITTLE));
            case RAVI ->
                List.of(
                        new Drawn("My wife", Tie.PARTNER, Ring.CLOSE)
                                .wished(Ring.VERY_CLOSE)
                                .inTouch(Often.DAILY, Way.MEETING)
                                .heard(2, 4)
                                .honest(2, 4)
                                .strain(Amount.QUITE_A_LOT),
                        new Drawn("My brother", Tie.SIBLING, Ring.CLOSE)
                                .inTouch(Often.WEEKLY, Way.CALLING)
                                .heard(3, 3)
                                .confidant(),
                        new Drawn("Two from work", Tie.WORKMATE, Ring.FURTHER_OUT).inTouch(Often.DAILY, Way.MEETING),
                        new Drawn("Cricket", Tie.GROUP, Ring.FURTHER_OUT).wished(Ring.CLOSE));
            case EWA ->
                List.of(
                        new Drawn("My aunt", Tie.OTHER_FAMILY, Ring.VERY_CLOSE)
                                .inTouch(Often.WEEKLY, Way.CALLING)
                                .heard(4, 4)
                                .confidant(),
                        new Drawn("Language class", Tie.GROUP, Ring.CLOSE)
                                .inTouch(Often.WEEKLY, Way.MEETING)
                                .get(Support.COMPANY, Amount.A_GREAT_DEAL),
                        new Drawn("My old flat", Tie.FRIEND, Apart.LEFT));
            case TOM ->
                List.of(
                        new Drawn("My son", Tie.CHILD, Ring.CLOSE)
                                .wished(Ring.VERY_CLOSE)
                                .inTouch(Often.MONTHLY, Way.CALLING),
                        new Drawn("The allotment", Tie.GROUP, Ring.FURTHER_OUT).inTouch(Often.WEEKLY, Way.MEETING));
            case NELL ->
                List.of(
                        new Drawn("My best friend", Tie.FRIEND, Ring.VERY_CLOSE)
                                .inTouch(Often.DAILY, Way.WRITING)
                                .heard(4, 4)
                                .honest(4, 4)
                                .confidant(),
                        new Drawn("Mum", Tie.PARENT, Ring.CLOSE)
                                .inTouch(Often.WEEKLY, Way.CALLING)
                                .heard(2, 3),
                        new Drawn("My GP", Tie.HELPER, Ring.FURTHER_OUT).inTouch(Often.MONTHLY, Way.MEETING));
            case SAM ->
                List.of(
                        new Drawn("Gran", Tie.OTHER_FAMILY, Ring.VERY_CLOSE)
                                .inTouch(Often.WEEKLY, Way.CALLING)
                                .heard(3, 3),
                        new Drawn("My flatmate", Tie.OTHER, Ring.FURTHER_OUT)
                                .wished(Ring.CLOSE)
                                .inTouch(Often.DAILY, Way.MEETING)
                                .heard(1, 2));
            case ISHBEL, IDRIS, PRIYA, GRACE, LEA, CALLUM -> List.of();
        };
    }

    /** Somebody as the person would draw them; what is not said is left out. */
    private static final class Drawn {
        private final String name;
        private final Tie tie;
        private final Position now;
        private final Map<Support, Amount> received = new EnumMap<>(Support.class);
        private @Nullable Position wished;
        private Contact contact = Contact.UNSAID;
        private Sense heard = Sense.UNSAID;
        private Sense honest = Sense.UNSAID;
        private @Nullable Amount strain;
        private @Nullable Boolean confidant;
        private Words words = Words.NONE;

        private Drawn(String name, Tie tie, Position now) {
            this.name = name;
            this.tie = tie;
            this.now = now;
        }

        private Drawn wished(Position position) {
            wished = position;
            return this;
        }

        private Drawn inTouch(Often often, Way... ways) {
            contact = new Contact(often, Set.of(ways));
            return this;
        }

        private Drawn heard(int asItIs, int asWished) {
            heard = new Sense(asItIs, asWished);
            return this;
        }

        private Drawn honest(int asItIs, int asWished) {
            honest = new Sense(asItIs, asWished);
            return this;
        }

        private Drawn strain(Amount amount) {
            strain = amount;
            return this;
        }

        private Drawn get(Support support, Amount amount) {
            received.put(support, amount);
            return this;
        }

        private Drawn confidant() {
            confidant = true;
            return this;
        }

        private Drawn says(String about, String wish) {
            words = new Words(about, "", "", wish, "", "");
            return this;
        }

        private Standing standing() {
            return new Standing(now, wished, tie.sector());
        }

        private Description description() {
            return new Description(
                    tie,
                    heard,
                    honest,
                    contact,
                    new Exchange(received, Map.of()),
                    strain,
                    confidant,
                    null,
                    null,
                    words);
        }
    }
}
