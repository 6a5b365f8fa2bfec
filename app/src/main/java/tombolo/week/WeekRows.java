package tombolo.week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How tries and moods lie in their rows, words sealed with the person's key. They are read as JSON, so that all the person's
 * first page needs comes in one statement.
 */
@Component
class WeekRows {
    /** The words of a try as they are sealed. */
    private record TryWords(String what, String with, String when, String barrier) {}

    /** The words of an entry as they are sealed; the names in the order of the ids. */
    private record MoodWords(String event, String link, List<String> with) {}

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    WeekRows(Vault vault) {
        this.vault = vault;
    }

    /** A select that answers the rows of another as one value. */
    static String asJson(String select) {
        return "select coalesce(json_agg(t), '[]') from (" + select + ") t";
    }

    static Map<String, Object> of(PersonId person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("person", person.value());
        return parameters;
    }

    <T> List<T> read(String rows, Function<JsonNode, T> each) {
        List<T> read = new ArrayList<>();
        json.readTree(rows).forEach(row -> read.add(each.apply(row)));
        return List.copyOf(read);
    }

    byte[] sealed(PersonId person, TryId id, Try.Words words) {
        TryWords all =
                new TryWords(words.what(), words.with().map(With::name).orElse(""), words.when(), words.barrier());
        return vault.seal(person, new Place("try", "words", id.value()), json.writeValueAsString(all));
    }

    byte[] sealed(PersonId person, TryId id, String howItWent) {
        return vault.seal(person, new Place("try", "how_words", id.value()), howItWent);
    }

    byte[] sealed(MoodEntry entry) {
        MoodWords all = new MoodWords(
                entry.words().event(),
                entry.words().link(),
                entry.with().stream().map(With::name).toList());
        return vault.seal(
                entry.person(), new Place("mood_entry", "words", entry.id().value()), json.writeValueAsString(all));
    }

    Try tried(PersonId person, JsonNode row) {
        TryId id = new TryId(uuid(row.get("id")));
        TryWords words =
                json.readValue(opened(person, new Place("try", "words", id.value()), row.get("words")), TryWords.class);
        return new Try(
                id,
                person,
                new Try.Words(
                        words.what(),
                        present(row, "with_id").map(who -> new With(new RelationshipId(uuid(who)), words.with())),
                        words.when(),
                        words.barrier()),
                present(row, "session").map(JsonNode::intValue),
                new AccountId(uuid(row.get("agreed_by"))),
                moment(row.get("agreed_at")),
                present(row, "how")
                        .map(how -> new Try.Outcome(
                                Try.How.valueOf(how.stringValue()),
                                present(row, "how_words")
                                        .map(said -> opened(person, new Place("try", "how_words", id.value()), said))
                                        .orElse(""),
                                new AccountId(uuid(row.get("told_by"))),
                                moment(row.get("told_at")))),
                row.get("version").intValue());
    }

    MoodEntry entry(PersonId person, JsonNode row) {
        MoodId id = new MoodId(uuid(row.get("id")));
        MoodWords words = json.readValue(
                opened(person, new Place("mood_entry", "words", id.value()), row.get("words")), MoodWords.class);
        List<With> with = new ArrayList<>();
        for (JsonNode who : row.get("with_ids")) {
            with.add(new With(new RelationshipId(uuid(who)), words.with().get(with.size())));
        }
        return new MoodEntry(
                id,
                person,
                row.get("mood").intValue(),
                LocalDate.parse(row.get("day").stringValue()),
                new MoodEntry.Words(words.event(), words.link()),
                with,
                MoodEntry.Began.valueOf(row.get("began").stringValue()),
                moment(row.get("written_at")),
                row.get("version").intValue());
    }

    private String opened(PersonId person, Place place, JsonNode bytes) {
        return vault.open(
                        person,
                        place,
                        HexFormat.of().parseHex(bytes.stringValue().substring(2)))
                .words();
    }

    private static Optional<JsonNode> present(JsonNode row, String column) {
        return Optional.ofNullable(row.get(column)).filter(value -> !value.isNull());
    }

    private static UUID uuid(JsonNode value) {
        return UUID.fromString(value.stringValue());
    }

    private static Instant moment(JsonNode value) {
        return OffsetDateTime.parse(value.stringValue()).toInstant();
    }
}
