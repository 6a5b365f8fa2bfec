package tombolo.enquiries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.enquiries.Enquiry.Ending;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.enquiries.Enquiry.Taken;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Enquiries as they lie in the tables, sealed; who may have them is not decided here. */
@Repository
class EnquiryRows {
    private static final String OUTLINE = """
            select e.id, e.person_id, e.reference, e.sent_at, e.answer_by, e.taken_by, e.ended_at, e.reason,
                   (select count(*) from reply r where r.practice_id = e.practice_id and r.enquiry_id = e.id) as tries,
                   exists (select 1 from reply r
                       where r.practice_id = e.practice_id and r.enquiry_id = e.id and r.reached) as answered
            from enquiry e
            where e.practice_id = :practice and\s""";

    private static final String NOT_BEGUN =
            " where practice_id = :practice and sent_at <= :then and (reason is null or reason <> 'BEGAN')";

    private final JdbcClient jdbc;
    private final Vault vault;

    EnquiryRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(Enquiry enquiry) {
        jdbc.sql(
                        "insert into enquiry (practice_id, id, person_id, reference, sent_at, answer_by, words, marked, version)"
                                + " values (:practice, :id, :person, :reference, :sent, :answerBy, :words, :marked, 1)")
                .param("practice", practice())
                .param("id", enquiry.id().value())
                .param("person", enquiry.person().value())
                .param("reference", enquiry.reference().text())
                .param("sent", Timestamp.from(enquiry.sent()))
                .param("answerBy", enquiry.answerBy())
                .param("words", sealed(enquiry, "words", enquiry.words()))
                .param("marked", sealed(enquiry, "marked", enquiry.marked()))
                .update();
    }

    /** False when somebody else changed it meanwhile: then nothing was written. */
    boolean save(Enquiry enquiry) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", practice());
        columns.put("id", enquiry.id().value());
        columns.put("version", enquiry.version());
        columns.put("takenBy", enquiry.taken().map(it -> it.by().value()).orElse(null));
        columns.put(
                "takenAt", enquiry.taken().map(it -> Timestamp.from(it.at())).orElse(null));
        columns.put(
                "endedBy",
                enquiry.ending().flatMap(Ending::by).map(AccountId::value).orElse(null));
        columns.put(
                "endedAt", enquiry.ending().map(it -> Timestamp.from(it.at())).orElse(null));
        columns.put("reason", enquiry.ending().map(it -> it.reason().name()).orElse(null));
        columns.put("note", sealed(enquiry, "note", enquiry.ending().map(Ending::note)));
        int written = jdbc.sql("update enquiry set taken_by = :takenBy, taken_at = :takenAt, ended_by = :endedBy,"
                        + " ended_at = :endedAt, reason = :reason, note = :note, version = version + 1"
                        + " where practice_id = :practice and id = :id and version = :version")
                .params(columns)
                .update();
        if (written == 1) {
            enquiry.replies().forEach(reply -> keep(enquiry, reply));
        }
        return written == 1;
    }

    private void keep(Enquiry enquiry, Reply reply) {
        jdbc.sql("insert into reply (practice_id, id, enquiry_id, by_account, at, how, reached, said, next) values"
                        + " (:practice, :id, :enquiry, :by, :at, :how, :reached, :said, :next)"
                        + " on conflict (practice_id, id) do nothing")
                .param("practice", practice())
                .param("id", reply.id())
                .param("enquiry", enquiry.id().value())
                .param("by", reply.by().value())
                .param("at", Timestamp.from(reply.at()))
                .param("how", reply.how().name())
                .param("reached", reply.reached())
                .param("said", seal(enquiry.person(), "reply", "said", reply.id(), reply.said()))
                .param("next", seal(enquiry.person(), "reply", "next", reply.id(), reply.next()))
                .update();
    }

    /** Whoever changes an enquiry comes after whoever is changing it now, so that no answer is lost. */
    void waitFor(EnquiryId id) {
        jdbc.sql("select id from enquiry where practice_id = :practice and id = :id for update")
                .param("practice", practice())
                .param("id", id.value())
                .query((row, number) -> id)
                .optional();
    }

    Optional<Enquiry> find(EnquiryId id) {
        return found("id = :key", id.value());
    }

    /** To read; for changing it there is {@link #of}. */
    Optional<Enquiry> by(PersonId person) {
        return found("person_id = :key", person.value());
    }

    /** For changing it: nobody else changes it meanwhile. */
    Optional<Enquiry> of(PersonId person) {
        return found("person_id = :key for update", person.value());
    }

    private Optional<Enquiry> found(String condition, UUID key) {
        return jdbc.sql("select * from enquiry where practice_id = :practice and " + condition)
                .param("practice", practice())
                .param("key", key)
                .query((row, number) -> enquiry(row))
                .optional();
    }

    /** Without the words: what a list needs. The oldest first. */
    List<Outline> outlines(boolean ended) {
        return jdbc.sql(OUTLINE + "(e.ended_at is not null) = :ended order by e.sent_at")
                .param("practice", practice())
                .param("ended", ended)
                .query((row, number) -> outline(row))
                .list();
    }

    Optional<Outline> outline(EnquiryId id) {
        return jdbc.sql(OUTLINE + "e.id = :id")
                .param("practice", practice())
                .param("id", id.value())
                .query((row, number) -> outline(row))
                .optional();
    }

    Optional<Outline> outlineOf(PersonId person) {
        return jdbc.sql(OUTLINE + "e.person_id = :person")
                .param("practice", practice())
                .param("person", person.value())
                .query((row, number) -> outline(row))
                .optional();
    }

    /** When somebody with this reference wrote and what we promised; without who it was. */
    Optional<Outline> promised(Reference reference) {
        return jdbc.sql(OUTLINE + "e.reference = :reference")
                .param("practice", practice())
                .param("reference", reference.text())
                .query((row, number) -> outline(row))
                .optional();
    }

    /** Those who wrote before then and did not begin here. */
    List<PersonId> notBegunSince(Instant then) {
        return jdbc.sql("select person_id from enquiry" + NOT_BEGUN)
                .param("practice", practice())
                .param("then", Timestamp.from(then))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Whether this is one of them still; nobody begins until this transaction ends. */
    boolean hasNotBegunSince(Instant then, PersonId person) {
        return jdbc.sql("select id from enquiry" + NOT_BEGUN + " and person_id = :person for update")
                .param("practice", practice())
                .param("then", Timestamp.from(then))
                .param("person", person.value())
                .query((row, number) -> person)
                .optional()
                .isPresent();
    }

    void forget(PersonId person) {
        jdbc.sql("delete from reply r where r.practice_id = :practice and r.enquiry_id in"
                        + " (select e.id from enquiry e where e.practice_id = :practice and e.person_id = :person)")
                .param("practice", practice())
                .param("person", person.value())
                .update();
        jdbc.sql("delete from enquiry where practice_id = :practice and person_id = :person")
                .param("practice", practice())
                .param("person", person.value())
                .update();
    }

    private Enquiry enquiry(ResultSet row) throws SQLException {
        EnquiryId id = new EnquiryId(row.getObject("id", UUID.class));
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        Optional<Instant> taken = moment(row, "taken_at");
        Optional<Instant> ended = moment(row, "ended_at");
        Optional<AccountId> takenBy = account(row, "taken_by");
        Optional<AccountId> endedBy = account(row, "ended_by");
        String reason = row.getString("reason");
        Confidential note = opened(person, id, "note", row.getBytes("note")).orElse(Confidential.of(""));
        return new Enquiry(
                id,
                person,
                new Reference(row.getString("reference")),
                row.getTimestamp("sent_at").toInstant(),
                row.getObject("answer_by", LocalDate.class),
                opened(person, id, "words", row.getBytes("words")),
                opened(person, id, "marked", row.getBytes("marked")),
                taken.map(at -> new Taken(takenBy.orElseThrow(), at)),
                replies(id, person),
                ended.map(at -> new Ending(Reason.valueOf(reason), endedBy, at, note)),
                row.getInt("version"));
    }

    private List<Reply> replies(EnquiryId id, PersonId person) {
        return jdbc.sql("select * from reply where practice_id = :practice and enquiry_id = :id order by at, id")
                .param("practice", practice())
                .param("id", id.value())
                .query((row, number) -> {
                    UUID reply = row.getObject("id", UUID.class);
                    return new Reply(
                            reply,
                            new AccountId(row.getObject("by_account", UUID.class)),
                            row.getTimestamp("at").toInstant(),
                            Reply.How.valueOf(row.getString("how")),
                            row.getBoolean("reached"),
                            vault.open(person, new Place("reply", "said", reply), row.getBytes("said")),
                            vault.open(person, new Place("reply", "next", reply), row.getBytes("next")));
                })
                .list();
    }

    private static Outline outline(ResultSet row) throws SQLException {
        return new Outline(
                new EnquiryId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new Reference(row.getString("reference")),
                row.getTimestamp("sent_at").toInstant(),
                row.getObject("answer_by", LocalDate.class),
                account(row, "taken_by"),
                row.getInt("tries"),
                row.getBoolean("answered"),
                moment(row, "ended_at"),
                Optional.ofNullable(row.getString("reason")).map(Reason::valueOf));
    }

    private byte @Nullable [] sealed(Enquiry enquiry, String column, Optional<Confidential> words) {
        return words.map(it ->
                        seal(enquiry.person(), "enquiry", column, enquiry.id().value(), it))
                .orElse(null);
    }

    private byte[] seal(PersonId person, String table, String column, UUID row, Confidential words) {
        return vault.seal(person, new Place(table, column, row), words.words());
    }

    private Optional<Confidential> opened(PersonId person, EnquiryId id, String column, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed).map(it -> vault.open(person, new Place("enquiry", column, id.value()), it));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }

    private static UUID practice() {
        return PracticeId.current().value();
    }
}
