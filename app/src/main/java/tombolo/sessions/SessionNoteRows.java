package tombolo.sessions;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tombolo.database.JsonRow;
import tombolo.inventory.RelationshipId;
import tombolo.sessions.SessionNote.Addendum;
import tombolo.sessions.SessionNote.Agreed;
import tombolo.sessions.SessionNote.Safety;
import tombolo.sessions.SessionNote.Signing;
import tombolo.sessions.SessionNote.Words;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/**
 * How session notes and what was added to them lie in their rows. What was written of an hour is sealed with the person's
 * key, and the part a therapist keeps to themself is sealed apart from it; what is counted is not sealed.
 */
@Component
class SessionNoteRows {
    static final String COLUMNS = "practice_id, id, person_id, course_id, session, begun_by, begun_at, words,"
            + " privately, techniques, safety, time_left_said, taken_from, version";

    /** The columns of a draft, told as those of a note that nobody has signed. */
    static final String OF_DRAFT = COLUMNS + ", null::uuid as signed_by, null::timestamptz as signed_at";

    static final String OF_SIGNED = COLUMNS + ", signed_by, signed_at";

    private static final String DRAFTS = "session_note";
    private static final String SIGNED = "signed_note";
    private static final String ADDENDA = "note_addendum";

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    SessionNoteRows(Vault vault) {
        this.vault = vault;
    }

    /** A note in the hand of whoever began it. */
    Map<String, @Nullable Object> draft(SessionNote note) {
        return columns(DRAFTS, note);
    }

    /** A note that is locked. */
    Map<String, @Nullable Object> signed(SessionNote note) {
        return columns(SIGNED, note);
    }

    private Map<String, @Nullable Object> columns(String table, SessionNote note) {
        Words words = note.words();
        PersonId person = note.hour().person();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", PracticeId.current().value());
        columns.put("id", note.id());
        columns.put("person", person.value());
        columns.put("course", note.hour().course());
        columns.put("session", note.hour().number());
        columns.put("begunBy", note.begunBy().value());
        columns.put("begunAt", Timestamp.from(note.begunAt()));
        columns.put(
                "words",
                vault.seal(person, new Place(table, "words", note.id()), json.writeValueAsString(Sealed.of(words))));
        columns.put(
                "privately",
                note.privately()
                        .map(it -> vault.seal(person, new Place(table, "privately", note.id()), it.words()))
                        .orElse(null));
        columns.put("techniques", words.techniques().stream().sorted().toArray(String[]::new));
        columns.put("safety", words.safety().map(Enum::name).orElse(null));
        columns.put("timeLeft", words.timeLeftSaid());
        columns.put("takenFrom", note.takenFrom().map(AccountId::value).orElse(null));
        columns.put("version", note.version());
        columns.put("signedBy", note.signing().map(it -> it.by().value()).orElse(null));
        columns.put(
                "signedAt", note.signing().map(it -> Timestamp.from(it.at())).orElse(null));
        return columns;
    }

    byte[] sealed(PersonId person, Addendum addendum) {
        return vault.seal(
                person,
                new Place(ADDENDA, "words", addendum.id()),
                addendum.words().words());
    }

    /** A note with what of it is for this viewer: the private part is opened for whoever began it, and for nobody else. */
    SessionNote note(Viewer viewer, PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        AccountId begunBy = new AccountId(row.uuid("begun_by"));
        Optional<Signing> signing = row.perhaps("signed_at", JsonRow::moment)
                .map(at -> new Signing(new AccountId(row.uuid("signed_by")), at));
        String table = signing.isPresent() ? SIGNED : DRAFTS;
        return new SessionNote(
                id,
                hour(row),
                begunBy,
                row.moment("begun_at"),
                row.perhaps("taken_from", JsonRow::uuid).map(AccountId::new),
                words(person, new Place(table, "words", id), row),
                row.perhaps("privately", JsonRow::bytes)
                        .filter(bytes -> begunBy.equals(viewer.account()))
                        .map(bytes -> vault.open(person, new Place(table, "privately", id), bytes)),
                signing,
                row.rows("addenda", added -> addendum(person, added)),
                row.number("version"));
    }

    static Hour hour(JsonRow row) {
        return new Hour(new PersonId(row.uuid("person_id")), row.uuid("course_id"), row.number("session"));
    }

    private Words words(PersonId person, Place place, JsonRow row) {
        Sealed sealed =
                json.readValue(vault.open(person, place, row.bytes("words")).words(), Sealed.class);
        return sealed.words(
                Set.copyOf(row.words("techniques")),
                row.perhaps("safety", JsonRow::word).map(Safety::valueOf),
                row.isTrue("time_left_said"));
    }

    private Addendum addendum(PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        return new Addendum(
                id,
                vault.open(person, new Place(ADDENDA, "words", id), row.bytes("words")),
                new AccountId(row.uuid("written_by")),
                row.moment("written_at"));
    }

    /** What of the words is sealed; what is counted stands beside it. */
    private record Sealed(
            String since, List<UUID> cameUp, String focus, String decided, List<SealedTry> tries, String safety) {
        static Sealed of(Words words) {
            return new Sealed(
                    words.since(),
                    words.cameUp().stream().map(RelationshipId::value).toList(),
                    words.focus(),
                    words.decided(),
                    words.tries().stream()
                            .map(it -> new SealedTry(
                                    it.what(),
                                    it.with().map(RelationshipId::value).orElse(null),
                                    it.when()))
                            .toList(),
                    words.safetyWords());
        }

        Words words(Set<String> techniques, Optional<Safety> asked, boolean timeLeftSaid) {
            return new Words(
                    since,
                    cameUp.stream().map(RelationshipId::new).toList(),
                    focus,
                    techniques,
                    decided,
                    tries.stream()
                            .map(it -> new Agreed(
                                    it.what(), Optional.ofNullable(it.with()).map(RelationshipId::new), it.when()))
                            .toList(),
                    asked,
                    safety,
                    timeLeftSaid);
        }
    }

    /** One thing to try, as it is sealed. */
    private record SealedTry(String what, @Nullable UUID with, String when) {}
}
