package tombolo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.people.SafeContact.Trace;
import tombolo.people.SafeContact.Way;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Sight;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** Everyone the practice knows. Staff and people load through {@link #visibleTo}, which is the permission check itself. */
@Repository
public class People {
    private static final Set<Eyes> WALKING = EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditChain audit;
    private final Sight sight;
    private final ProgrammeTime time;
    private final ApplicationEventPublisher events;

    People(
            JdbcClient jdbc,
            Vault vault,
            AuditChain audit,
            Sight sight,
            ProgrammeTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.sight = sight;
        this.time = time;
        this.events = events;
    }

    /** The people this viewer may see, looked up afresh: a right that ended a second ago is gone. */
    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** Somebody new: their keys are made first, so that nothing of theirs is ever kept unsealed. */
    public void add(Person person) {
        vault.createKeys(person.id());
        jdbc.sql("insert into person (practice_id, id, since, name, way, address, voice_safe, text_safe, email_safe,"
                        + " hours, closed_at, account_id, enrolled_at, version) values (:practice, :id, :since, :name,"
                        + " :way, :address, :voice, :text, :email, :hours, :closed, :account, :enrolled, 1)")
                .params(columns(person))
                .update();
        keepCares(person);
    }

    /** False when somebody else changed the person meanwhile: then nothing was written. */
    public boolean save(Person person) {
        int written = jdbc.sql("update person set name = :name, way = :way, address = :address, voice_safe = :voice,"
                        + " text_safe = :text, email_safe = :email, hours = :hours, closed_at = :closed,"
                        + " account_id = :account, enrolled_at = :enrolled, version = version + 1 where practice_id = :practice and id = :id"
                        + " and version = :version")
                .params(columns(person))
                .update();
        if (written == 1) {
            keepCares(person);
        }
        return written == 1;
    }

    /** For acts that have made sure by other means that they may: an invitation in hand, an enquiry opened. */
    public Optional<Person> find(PersonId id) {
        return load("p.practice_id = :practice and p.id = :id", Map.of("id", id.value())).stream()
                .findFirst();
    }

    /** Everyone a therapist walks with now, for acts that concern them all: the therapist is away, or cannot go on. */
    public List<PersonId> walkedWith(AccountId therapist) {
        return jdbc.sql("select person_id from care where practice_id = :practice and therapist_id = :therapist"
                        + " and ended_at is null order by began_at, person_id")
                .param("practice", PracticeId.current().value())
                .param("therapist", therapist.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    private void keepCares(Person person) {
        for (Care care : person.cares()) {
            if (!keepEnd(care)) {
                jdbc.sql("insert into care (practice_id, id, person_id, therapist_id, began_at, ended_at)"
                                + " values (:practice, :id, :person, :therapist, :began, :ended)")
                        .param("practice", PracticeId.current().value())
                        .param("id", care.id())
                        .param("person", person.id().value())
                        .param("therapist", care.therapist().value())
                        .param("began", Timestamp.from(care.began()))
                        .param("ended", care.ended().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                        .update();
                events.publishEvent(new TakenIntoCare(person.id(), care.therapist()));
            }
        }
    }

    /** False when this care has not been kept yet: it begins. */
    private boolean keepEnd(Care care) {
        return jdbc.sql("update care set ended_at = :ended where practice_id = :practice and id = :id")
                        .param("practice", PracticeId.current().value())
                        .param("id", care.id())
                        .param("ended", care.ended().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                        .update()
                == 1;
    }

    private Map<String, @Nullable Object> columns(Person person) {
        SafeContact contact = person.contact();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", PracticeId.current().value());
        columns.put("id", person.id().value());
        columns.put("since", Timestamp.from(person.since()));
        columns.put("name", sealed(person.id(), "name", person.name()));
        columns.put("way", contact.way().name());
        columns.put("address", sealed(person.id(), "address", contact.address()));
        columns.put("voice", contact.safe().contains(Trace.VOICE_MESSAGE));
        columns.put("text", contact.safe().contains(Trace.TEXT));
        columns.put("email", contact.safe().contains(Trace.EMAIL));
        columns.put("hours", sealed(person.id(), "hours", contact.hours()));
        columns.put("closed", contact.closed().map(Timestamp::from).orElse(null));
        columns.put(
                "account", person.enrolment().map(it -> it.account().value()).orElse(null));
        columns.put(
                "enrolled",
                person.enrolment().map(it -> Timestamp.from(it.at())).orElse(null));
        columns.put("version", person.version());
        return columns;
    }

    private byte @Nullable [] sealed(PersonId id, String column, Optional<Confidential> words) {
        return words.map(it -> vault.seal(id, new Place("person", column, id.value()), it.words()))
                .orElse(null);
    }

    private Optional<Confidential> opened(PersonId id, String column, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed).map(it -> vault.open(id, new Place("person", column, id.value()), it));
    }

    private List<Person> load(String condition, Map<String, ?> parameters) {
        Map<UUID, List<Care>> cares = new LinkedHashMap<>();
        Map<UUID, Person> people = new LinkedHashMap<>();
        jdbc.sql("select p.*, w.id as care_id, w.therapist_id, w.began_at, w.ended_at from person p"
                        + " left join care w on w.practice_id = p.practice_id and w.person_id = p.id"
                        + " where " + condition + " order by p.id, w.began_at")
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    List<Care> walking = cares.computeIfAbsent(id, person -> new ArrayList<>());
                    if (row.getObject("care_id") != null) {
                        walking.add(care(row));
                    }
                    people.put(id, person(row, walking));
                });
        return List.copyOf(people.values());
    }

    private static Care care(ResultSet row) throws SQLException {
        return new Care(
                row.getObject("care_id", UUID.class),
                new AccountId(row.getObject("therapist_id", UUID.class)),
                row.getTimestamp("began_at").toInstant(),
                moment(row, "ended_at"));
    }

    private Person person(ResultSet row, List<Care> cares) throws SQLException {
        PersonId id = new PersonId(row.getObject("id", UUID.class));
        Set<Trace> safe = EnumSet.noneOf(Trace.class);
        if (row.getBoolean("voice_safe")) {
            safe.add(Trace.VOICE_MESSAGE);
        }
        if (row.getBoolean("text_safe")) {
            safe.add(Trace.TEXT);
        }
        if (row.getBoolean("email_safe")) {
            safe.add(Trace.EMAIL);
        }
        SafeContact contact = new SafeContact(
                Way.valueOf(row.getString("way")),
                opened(id, "address", row.getBytes("address")),
                safe,
                opened(id, "hours", row.getBytes("hours")),
                moment(row, "closed_at"));
        Optional<AccountId> account =
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new);
        Optional<Instant> enrolled = moment(row, "enrolled_at");
        return new Person(
                id,
                row.getTimestamp("since").toInstant(),
                opened(id, "name", row.getBytes("name")),
                contact,
                cares,
                account.map(it -> new Person.Enrolment(it, enrolled.orElseThrow())),
                row.getInt("version"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** What of everyone a viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Themself, or somebody the viewer walks with; anybody else does not exist. */
        public Person get(PersonId id) {
            return get(id, granted(WALKING), "person");
        }

        /** Somebody of whom the viewer may open this part; anybody else does not exist. */
        public Person get(PersonId id, PartOfRecord part) {
            return get(id, List.of(part));
        }

        /** Somebody of whom the viewer may open every one of these parts; anybody else does not exist. */
        public Person get(PersonId id, List<PartOfRecord> parts) {
            String every = parts.stream()
                    .map(PartOfRecord::openTo)
                    .distinct()
                    .map(this::granted)
                    .collect(Collectors.joining(" and "));
            return get(id, every, parts.getFirst().name());
        }

        /** Everyone the viewer walks with; for a person, themself. By name. */
        public List<Person> all() {
            return all(WALKING);
        }

        /** Everyone of whom the viewer may open this part. By name, the nameless last. */
        public List<Person> all(PartOfRecord part) {
            return all(part.openTo());
        }

        /** Whether the viewer may open this part of somebody's record; asking is not looking. */
        public boolean mayOpen(PersonId id, PartOfRecord part) {
            return !among(List.of(id), part).isEmpty();
        }

        /** Those among these people of whom the viewer may open this part, in no order. */
        public List<Person> among(Collection<PersonId> ids, PartOfRecord part) {
            if (ids.isEmpty()) {
                return List.of();
            }
            Map<String, Object> parameters = facts();
            parameters.put("ids", ids.stream().map(PersonId::value).toList());
            return load("p.id in (:ids) and " + granted(part.openTo()), parameters);
        }

        private Person get(PersonId id, String granted, String what) {
            Map<String, Object> parameters = facts();
            parameters.put("id", id.value());
            return load("p.id = :id and " + granted, parameters).stream()
                    .findFirst()
                    .orElseThrow(() -> {
                        audit.record(viewer, Act.DENIED, id, what);
                        return new NotFound();
                    });
        }

        private List<Person> all(Set<Eyes> eyes) {
            List<Person> people = new ArrayList<>(load(granted(eyes), facts()));
            people.sort(Comparator.comparing((Person one) -> one.name().isEmpty())
                    .thenComparing(one -> one.name().map(Confidential::words).orElse(""), String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Person::since));
            return people;
        }

        private String granted(Set<Eyes> eyes) {
            return sight.of("(p.practice_id = :practice and " + Eyes.anyOf(eyes) + ")");
        }

        private Map<String, Object> facts() {
            Map<String, Object> facts = new HashMap<>();
            facts.put("self", viewer.person().map(PersonId::value).orElse(new UUID(0, 0)));
            facts.put("account", viewer.account().value());
            facts.put("therapist", viewer.is(Role.THERAPIST));
            facts.put("manager", viewer.is(Role.MANAGER));
            facts.put("now", Timestamp.from(time.now()));
            return facts;
        }
    }
}
