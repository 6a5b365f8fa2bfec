package tombolo.course;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.course.Course.State;
import tombolo.database.JsonRow;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** How a course lies in its row, with its contracts, sessions and steps inside it. */
@Component
class CourseRows {
    /** Every course with all that belongs to it; a condition on {@code course c} and an order follow. */
    static final String ALL = "select c.*, " + its("course_contract", "k.version", "contracts")
            + its("course_session", "k.number", "sessions") + its("course_step", "k.made_at, k.id", "steps")
            + "(select to_json(v) from course_variant v where v.practice_id = c.practice_id and c.variant_version > 0"
            + " and v.variant::text = c.variant and v.version = c.variant_version) as own_variant from course c where ";

    private final Variants variants;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    CourseRows(Variants variants, Vault vault) {
        this.variants = variants;
        this.vault = vault;
    }

    private static String its(String table, String order, String name) {
        return "(select coalesce(json_agg(k order by " + order + "), '[]') from " + table
                + " k where k.practice_id = c.practice_id and k.course_id = c.id) as " + name + ", ";
    }

    Course course(JsonRow row) {
        PersonId person = new PersonId(row.uuid("person_id"));
        return new Course(
                new CourseId(row.uuid("id")),
                person,
                row.perhaps("own_variant", JsonRow::row)
                        .map(variants::own)
                        .orElseGet(() -> variants.bundled(row.word("variant"))),
                State.valueOf(row.word("state")),
                signed(row, "begun_by", "begun_at"),
                row.rows("contracts", it -> contract(person, it)),
                row.rows("sessions", CourseRows::session),
                row.rows("steps", it -> step(person, it)),
                row.number("version"));
    }

    private Contract contract(PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        return new Contract(
                id,
                row.number("version"),
                new Phases(row.number("initial_to"), row.number("middle_to"), row.number("sessions")),
                row.day("end_date"),
                List.of(row.word("areas").split(",")),
                json.readValue(
                        vault.open(person, words("course_contract", id), row.bytes("words"))
                                .words(),
                        Contract.Terms.class),
                signed(row, "proposed_by", "proposed_at"),
                row.perhaps("agreed_way", JsonRow::word)
                        .map(way -> new Contract.Agreement(
                                Contract.Way.valueOf(way),
                                new AccountId(row.uuid("agreed_by")),
                                row.moment("agreed_at"))),
                row.perhaps("taken_back_at", JsonRow::moment));
    }

    private static HeldSession session(JsonRow row) {
        return new HeldSession(
                row.number("number"),
                row.moment("held_at"),
                row.perhaps("appointment_id", JsonRow::uuid),
                signed(row, "recorded_by", "held_at"));
    }

    private Step step(PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        Optional<String> words = row.perhaps("words", JsonRow::bytes)
                .map(bytes ->
                        vault.open(person, words("course_step", id), bytes).words());
        return new Step(
                id,
                Step.Kind.valueOf(row.word("kind")),
                row.word("detail"),
                words.orElse(""),
                signed(row, "made_by", "made_at"));
    }

    static Place words(String table, UUID id) {
        return new Place(table, "words", id);
    }

    private static Signature signed(JsonRow row, String by, String at) {
        return new Signature(new AccountId(row.uuid(by)), row.moment(at));
    }
}
