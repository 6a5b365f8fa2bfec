package tombolo.week;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.database.JsonRow;
import tombolo.inventory.RelationshipId;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
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

    static Map<String, Object> of(PersonId person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("person", person.value());
        return parameters;
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

    Try tried(PersonId person, JsonRow row) {
        TryId id = new TryId(row.uuid("id"));
        TryWords words = json.readValue(opened(person, row, "try", "words", id.value()), TryWords.class);
        return new Try(
                id,
                person,
                new Try.Words(
                        words.what(),
                        row.perhaps("with_id", JsonRow::uuid)
                                .map(who -> new With(new RelationshipId(who), words.with())),
                        words.when(),
                        words.barrier()),
                row.perhaps("session", JsonRow::number),
                new AccountId(row.uuid("agreed_by")),
                row.moment("agreed_at"),
                row.perhaps("how", JsonRow::word)
                        .map(how -> new Try.Outcome(
                                Try.How.valueOf(how),
                                row.perhaps("how_words", (it, said) -> opened(person, it, "try", said, id.value()))
                                        .orElse(""),
                                new AccountId(row.uuid("told_by")),
                                row.moment("told_at"))),
                row.number("version"));
    }

    MoodEntry entry(PersonId person, JsonRow row) {
        MoodId id = new MoodId(row.uuid("id"));
        MoodWords words = json.readValue(opened(person, row, "mood_entry", "words", id.value()), MoodWords.class);
        List<With> with = new ArrayList<>();
        row.uuids("with_ids")
                .forEach(who ->
                        with.add(new With(new RelationshipId(who), words.with().get(with.size()))));
        return new MoodEntry(
                id,
                person,
                row.number("mood"),
                row.day("day"),
                new MoodEntry.Words(words.event(), words.link()),
                with,
                MoodEntry.Began.valueOf(row.word("began")),
                row.moment("written_at"),
                row.number("version"));
    }

    private String opened(PersonId person, JsonRow row, String table, String column, UUID id) {
        return vault.open(person, new Place(table, column, id), row.bytes(column))
                .words();
    }
}
