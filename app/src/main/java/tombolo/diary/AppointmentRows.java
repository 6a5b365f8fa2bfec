package tombolo.diary;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.diary.Appointment.State;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** The rows of the diary. */
@Repository
class AppointmentRows {
    static final String ALL = "select a.* from appointment a where a.practice_id = :practice ";

    private final JdbcClient jdbc;
    private final Vault vault;

    AppointmentRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(Appointment appointment) {
        jdbc.sql("insert into appointment (practice_id, id, person_id, therapist_id, start_at, minutes, state, by_side,"
                        + " told, moves, words, booked_at, changed_by, changed_at, version) values (:practice, :id,"
                        + " :person, :therapist, :start, :minutes, :state, :by, :told, :moves, :words, :booked,"
                        + " :changedBy, :changedAt, 1)")
                .params(columns(appointment))
                .update();
    }

    /** False when somebody else changed it meanwhile: then nothing was written. */
    boolean save(Appointment appointment) {
        return jdbc.sql("update appointment set therapist_id = :therapist, start_at = :start, minutes = :minutes,"
                                + " state = :state, by_side = :by, told = :told, moves = :moves, words = :words,"
                                + " changed_by = :changedBy, changed_at = :changedAt, version = version + 1 where practice_id = :practice and id = :id"
                                + " and version = :version")
                        .params(columns(appointment))
                        .update()
                == 1;
    }

    Optional<Appointment> find(UUID id) {
        return load("and a.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Appointment> of(PersonId person) {
        return load("and a.person_id = :person", Map.of("person", person.value()));
    }

    /** What a therapist has in these days, also what was cancelled. */
    List<Appointment> ofTherapist(AccountId therapist, Instant from, Instant to) {
        return load(
                "and a.therapist_id = :therapist and a.start_at >= :from and a.start_at < :to",
                Map.of("therapist", therapist.value(), "from", Timestamp.from(from), "to", Timestamp.from(to)));
    }

    List<Appointment> these(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : load("and a.id in (:ids)", Map.of("ids", ids));
    }

    List<Appointment> booked(Instant from, Instant to) {
        return load(
                "and a.state = 'BOOKED' and a.start_at >= :from and a.start_at < :to",
                Map.of("from", Timestamp.from(from), "to", Timestamp.from(to)));
    }

    Set<PersonId> withAnHourFrom(Collection<PersonId> people, Instant from) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select distinct a.person_id from appointment a where a.practice_id = :practice"
                        + " and a.person_id in (:people) and a.state = 'BOOKED' and a.start_at >= :from")
                .param("practice", PracticeId.current().value())
                .param("people", people.stream().map(PersonId::value).toList())
                .param("from", Timestamp.from(from))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    private List<Appointment> load(String condition, Map<String, ?> parameters) {
        return jdbc.sql(JsonRow.each(ALL + condition + " order by a.start_at, a.id"))
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> appointment(JsonRow.of(row.getString(1))))
                .list();
    }

    private Map<String, @Nullable Object> columns(Appointment appointment) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", PracticeId.current().value());
        columns.put("id", appointment.id());
        columns.put("person", appointment.person().value());
        columns.put("therapist", appointment.therapist().value());
        columns.put("start", Timestamp.from(appointment.start()));
        columns.put("minutes", appointment.minutes());
        columns.put("state", appointment.state().name());
        columns.put("by", appointment.by().map(Enum::name).orElse(null));
        columns.put("told", appointment.told());
        columns.put("moves", appointment.moves());
        columns.put(
                "words",
                appointment
                        .words()
                        .map(words -> vault.seal(appointment.person(), place(appointment.id()), words.words()))
                        .orElse(null));
        columns.put("booked", Timestamp.from(appointment.booked()));
        columns.put("changedBy", appointment.changedBy().value());
        columns.put("changedAt", Timestamp.from(appointment.changedAt()));
        columns.put("version", appointment.version());
        return columns;
    }

    Appointment appointment(JsonRow row) {
        UUID id = row.uuid("id");
        PersonId person = new PersonId(row.uuid("person_id"));
        return new Appointment(
                id,
                person,
                new AccountId(row.uuid("therapist_id")),
                row.moment("start_at"),
                row.number("minutes"),
                State.valueOf(row.word("state")),
                row.perhaps("by_side", JsonRow::word).map(Side::valueOf),
                row.isTrue("told"),
                row.number("moves"),
                row.perhaps("words", JsonRow::bytes).map(words -> vault.open(person, place(id), words)),
                row.moment("booked_at"),
                new AccountId(row.uuid("changed_by")),
                row.moment("changed_at"),
                row.number("version"));
    }

    private static Place place(UUID id) {
        return new Place("appointment", "words", id);
    }
}
