package tombolo.inventory.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.inventory.Amount;
import tombolo.inventory.Contact;
import tombolo.inventory.Description;
import tombolo.inventory.Exchange;
import tombolo.inventory.Met;
import tombolo.inventory.Names;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.Sense;
import tombolo.inventory.Standing;
import tombolo.inventory.Support;
import tombolo.inventory.Tie;
import tombolo.inventory.Words;
import tombolo.ui.Errors;

/** What is typed and chosen about one relationship; what was not chosen is empty, and stays unsaid. */
public final class DescriptionForm {
    private static final List<String> WRITTEN = List.of("about", "good", "hard", "mine", "theirs", "change");

    private final MultiValueMap<String, String> fields;

    DescriptionForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static DescriptionForm of(Relationship who) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Standing standing = who.standing();
        Description description = who.description();
        fields.set("name", who.name().words());
        fields.set("now", standing.now().key());
        Position wished = standing.wished();
        fields.set("wished", wished == null ? "" : wished.key());
        fields.set("sector", standing.sector().key());
        fields.set("tie", key(description.tie()));
        set(fields, "heard", description.heard().now());
        set(fields, "heard-wished", description.heard().wished());
        set(fields, "honest", description.honest().now());
        set(fields, "honest-wished", description.honest().wished());
        fields.set("often", key(description.contact().often()));
        description.contact().ways().forEach(way -> fields.add("ways", key(way)));
        for (Support support : Support.values()) {
            set(
                    fields,
                    "received-" + key(support),
                    rank(description.exchange().received().get(support)));
            set(
                    fields,
                    "given-" + key(support),
                    rank(description.exchange().given().get(support)));
        }
        set(fields, "strain", rank(description.strain()));
        Boolean confidant = description.confidant();
        fields.set("confidant", confidant == null ? "" : confidant ? "yes" : "no");
        fields.set("mine-met", key(description.mineMet()));
        fields.set("theirs-met", key(description.theirsMet()));
        Words words = description.words();
        fields.set("about", words.about());
        fields.set("good", words.good());
        fields.set("hard", words.hard());
        fields.set("mine", words.mine());
        fields.set("theirs", words.theirs());
        fields.set("change", words.change());
        return new DescriptionForm(fields);
    }

    private static void set(MultiValueMap<String, String> fields, String name, @Nullable Integer number) {
        fields.set(name, number == null ? "" : number.toString());
    }

    private static @Nullable Integer rank(@Nullable Amount amount) {
        return amount == null ? null : amount.ordinal();
    }

    static String key(@Nullable Enum<?> one) {
        return one == null ? "" : one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Everything ticked of a field with boxes. */
    public List<String> values(String field) {
        return List.copyOf(fields.getOrDefault(field, List.of()));
    }

    String name() {
        return Names.tidy(value("name"));
    }

    Standing standing() {
        String wished = value("wished");
        return new Standing(
                Placement.position(value("now")),
                wished.isEmpty() ? null : Placement.position(wished),
                Placement.sector(value("sector")));
    }

    Description description() {
        return new Description(
                one(Tie.class, "tie"),
                new Sense(number("heard", Sense.MOST), number("heard-wished", Sense.MOST)),
                new Sense(number("honest", Sense.MOST), number("honest-wished", Sense.MOST)),
                new Contact(one(Contact.Often.class, "often"), ways()),
                new Exchange(amounts("received-"), amounts("given-")),
                amount("strain"),
                value("confidant").isEmpty() ? null : value("confidant").equals("yes"),
                one(Met.class, "mine-met"),
                one(Met.class, "theirs-met"),
                new Words(
                        value("about"), value("good"), value("hard"), value("mine"), value("theirs"), value("change")));
    }

    Errors errors() {
        Errors errors = new Errors();
        if (name().isEmpty()) {
            errors.add("name", "inventory.form.name.none");
        } else if (Names.isTooLong(name())) {
            errors.add(
                    "name",
                    "inventory.add.long",
                    Row.isolated(name().substring(0, name().offsetByCodePoints(0, 24)) + "…"));
        }
        WRITTEN.stream()
                .filter(field -> value(field).length() > Words.MOST)
                .forEach(field -> errors.add(field, "inventory.form.long"));
        return errors;
    }

    private <E extends Enum<E>> @Nullable E one(Class<E> type, String field) {
        return one(type.getEnumConstants(), value(field));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, String key) {
        for (E one : all) {
            if (key(one).equals(key)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable Integer number(String field, int most) {
        String value = value(field);
        if (!value.matches("[0-9]")) {
            return null;
        }
        int number = Integer.parseInt(value);
        return number > most ? null : number;
    }

    private @Nullable Amount amount(String field) {
        Integer number = number(field, Amount.values().length - 1);
        return number == null ? null : Amount.values()[number];
    }

    private Map<Support, Amount> amounts(String which) {
        Map<Support, Amount> amounts = new EnumMap<>(Support.class);
        for (Support support : Support.values()) {
            Amount amount = amount(which + key(support));
            if (amount != null) {
                amounts.put(support, amount);
            }
        }
        return amounts;
    }

    private Set<Contact.Way> ways() {
        Set<Contact.Way> ways = EnumSet.noneOf(Contact.Way.class);
        for (String value : values("ways")) {
            Contact.Way way = one(Contact.Way.values(), value);
            if (way != null) {
                ways.add(way);
            }
        }
        return ways;
    }
}
