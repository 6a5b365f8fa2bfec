package tombolo.inventory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** How a relationship lies in its row: names and words sealed with the person's key, scales and categories plain. */
@Component
class RelationshipRows {
    /** Every column but the practice, in the order of the table. */
    static final String COLUMNS =
            "id, person_id, name, words, stands, wished, sector, tie, heard, heard_wished, honest,"
                    + " honest_wished, often, ways, received, given, strain, confidant, mine_met, theirs_met, removed_at, version";

    private static final String TABLE = "relationship";

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    RelationshipRows(Vault vault) {
        this.vault = vault;
    }

    Relationship relationship(PersonId person, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp removed = row.getTimestamp("removed_at");
        String wished = row.getString("wished");
        return new Relationship(
                new RelationshipId(id),
                vault.open(person, place("name", id), row.getBytes("name")),
                new Standing(
                        position(row.getString("stands")),
                        wished == null ? null : position(wished),
                        Sector.valueOf(row.getString("sector"))),
                description(person, id, row),
                removed == null ? null : removed.toInstant(),
                row.getInt("version"));
    }

    private Description description(PersonId person, UUID id, ResultSet row) throws SQLException {
        Integer strain = number(row, "strain");
        return new Description(
                one(Tie.class, row.getString("tie")),
                new Sense(number(row, "heard"), number(row, "heard_wished")),
                new Sense(number(row, "honest"), number(row, "honest_wished")),
                new Contact(one(Contact.Often.class, row.getString("often")), ways(row.getArray("ways"))),
                new Exchange(amounts(row.getArray("received")), amounts(row.getArray("given"))),
                strain == null ? null : Amount.values()[strain],
                row.getObject("confidant", Boolean.class),
                one(Met.class, row.getString("mine_met")),
                one(Met.class, row.getString("theirs_met")),
                words(person, id, row.getBytes("words")));
    }

    Map<String, @Nullable Object> columns(PersonId person, Relationship relationship) {
        UUID id = relationship.id().value();
        Standing standing = relationship.standing();
        Description description = relationship.description();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", PracticeId.current().value());
        columns.put("id", id);
        columns.put("person", person.value());
        columns.put(
                "name",
                vault.seal(person, place("name", id), relationship.name().words()));
        columns.put("words", sealed(person, id, description.words()));
        columns.put("stands", standing.now().name());
        columns.put(
                "wished", standing.wished() == null ? null : standing.wished().name());
        columns.put("sector", standing.sector().name());
        columns.put("tie", name(description.tie()));
        columns.put("heard", description.heard().now());
        columns.put("heardWished", description.heard().wished());
        columns.put("honest", description.honest().now());
        columns.put("honestWished", description.honest().wished());
        columns.put("often", name(description.contact().often()));
        columns.put(
                "ways", description.contact().ways().stream().map(Enum::name).toArray(String[]::new));
        columns.put("received", smallInts(description.exchange().received()));
        columns.put("given", smallInts(description.exchange().given()));
        columns.put(
                "strain",
                description.strain() == null ? null : description.strain().ordinal());
        columns.put("confidant", description.confidant());
        columns.put("mineMet", name(description.mineMet()));
        columns.put("theirsMet", name(description.theirsMet()));
        columns.put("removed", relationship.removedAt() == null ? null : Timestamp.from(relationship.removedAt()));
        columns.put("version", relationship.version());
        return columns;
    }

    private byte @Nullable [] sealed(PersonId person, UUID id, Words words) {
        return words.isNone() ? null : vault.seal(person, place("words", id), json.writeValueAsString(words));
    }

    private Words words(PersonId person, UUID id, byte @Nullable [] sealed) {
        if (sealed == null) {
            return Words.NONE;
        }
        Confidential opened = vault.open(person, place("words", id), sealed);
        return json.readValue(opened.words(), Words.class);
    }

    /** Earlier versions are copies of this row, so their seals are bound to it too. */
    static Place place(String column, UUID id) {
        return new Place(TABLE, column, id);
    }

    private static Position position(String name) {
        return Position.all()
                .filter(position -> position.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No place on the circles is called " + name));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }

    private static Set<Contact.Way> ways(Array ways) throws SQLException {
        return Arrays.stream((String[]) ways.getArray())
                .map(Contact.Way::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Support, Amount> amounts(Array numbers) throws SQLException {
        Short[] steps = (Short[]) numbers.getArray();
        Map<Support, Amount> amounts = new EnumMap<>(Support.class);
        for (Support support : Support.values()) {
            Short step = support.ordinal() < steps.length ? steps[support.ordinal()] : null;
            if (step != null) {
                amounts.put(support, Amount.values()[step]);
            }
        }
        return amounts;
    }

    private static @Nullable Short[] smallInts(Map<Support, Amount> amounts) {
        @Nullable Short[] steps = new Short[Support.values().length];
        amounts.forEach((support, amount) -> steps[support.ordinal()] = (short) amount.ordinal());
        return steps;
    }
}
