package tombolo.ui;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.database.JsonRow;
import tombolo.time.ProgrammeTime;
import tombolo.vault.KeyDestroyed;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words typed and not yet sent, kept sealed for the one who typed them, on any device, until the form is done. A person's
 * draft is sealed with their own key; a colleague's with the key of the person the form is about, else with the practice's.
 */
@Component
@Lazy
public class Drafts {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Drafts(JdbcClient jdbc, Vault vault, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    /** Keeps what has been typed so far into a form, in place of what was kept of it before; nothing typed keeps nothing. */
    @Transactional
    public Instant keep(Viewer viewer, String form, Map<String, String> words, Optional<PersonId> about) {
        Instant now = time.now();
        if (words.values().stream().allMatch(String::isBlank)) {
            done(viewer, form);
            return now;
        }
        Optional<PersonId> whose = viewer.person().or(() -> about);
        UUID id = place(viewer, form, now);
        jdbc.sql("update draft set words = :words, person_id = :person, saved_at = :now"
                        + " where practice_id = :practice and id = :id")
                .param("words", seal(viewer, whose, id, json.writeValueAsString(words)))
                .param("person", whose.map(PersonId::value).orElse(null))
                .param("now", Timestamp.from(now))
                .param("practice", viewer.practice().value())
                .param("id", id)
                .update();
        return now;
    }

    /** Two tabs may begin the same draft at once: the row is made once, and both write into it. */
    private UUID place(Viewer viewer, String form, Instant now) {
        int made = jdbc.sql("insert into draft (practice_id, id, account_id, form, words, saved_at)"
                        + " values (:practice, :id, :account, :form, '', :now)"
                        + " on conflict (practice_id, account_id, form) do nothing")
                .param("practice", viewer.practice().value())
                .param("id", Ids.next())
                .param("account", viewer.account().value())
                .param("form", form)
                .param("now", Timestamp.from(now))
                .update();
        if (made == 1) {
            clearAway(viewer, now);
        }
        return jdbc.sql("select id from draft where practice_id = :practice and account_id = :account and form = :form")
                .param("practice", viewer.practice().value())
                .param("account", viewer.account().value())
                .param("form", form)
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    private void clearAway(Viewer viewer, Instant now) {
        jdbc.sql("delete from draft where practice_id = :practice and saved_at < :then")
                .param("practice", viewer.practice().value())
                .param("then", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    /** What the viewer typed into a form and did not send. */
    @Transactional(readOnly = true)
    public Optional<Draft> of(Viewer viewer, String form) {
        return jdbc.sql(JsonRow.each(select(":form")))
                .param("practice", viewer.practice().value())
                .param("typist", viewer.account().value())
                .param("form", form)
                .query((row, number) -> JsonRow.of(row.getString(1)))
                .optional()
                .flatMap(row -> read(viewer, row));
    }

    /**
     * The same as a part of a larger look at the database, for {@code :practice} and {@code :typist}.
     *
     * @param forms which forms, in the words of SQL
     */
    public static String select(String forms) {
        return "select d.id, d.person_id, d.words, d.saved_at from draft d where d.practice_id = :practice"
                + " and d.account_id = :typist and d.form in (" + forms + ")";
    }

    /** Takes the draft away: the form is done, or its words are not wanted any more. */
    @Transactional
    public void done(Viewer viewer, String form) {
        jdbc.sql("delete from draft where practice_id = :practice and account_id = :account and form = :form")
                .param("practice", viewer.practice().value())
                .param("account", viewer.account().value())
                .param("form", form)
                .update();
    }

    private byte[] seal(Viewer viewer, Optional<PersonId> whose, UUID id, String words) {
        Place place = new Place("draft", "words", id);
        return whose.map(person -> vault.seal(person, place, words))
                .orElseGet(() -> vault.seal(viewer.practice(), place, words));
    }

    /** What such a row holds. With the person's key gone, the draft about them is gone too. */
    public Optional<Draft> read(Viewer viewer, JsonRow row) {
        Place place = new Place("draft", "words", row.uuid("id"));
        byte[] sealed = row.bytes("words");
        try {
            String words = row.perhaps("person_id", JsonRow::uuid)
                    .map(person -> vault.open(new PersonId(person), place, sealed))
                    .orElseGet(() -> vault.open(viewer.practice(), place, sealed))
                    .words();
            return Optional.of(
                    new Draft(json.readValue(words.getBytes(StandardCharsets.UTF_8), FIELDS), row.moment("saved_at")));
        } catch (KeyDestroyed gone) {
            return Optional.empty();
        }
    }
}
