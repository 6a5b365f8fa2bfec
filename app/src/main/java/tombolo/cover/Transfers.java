package tombolo.cover;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.diary.BookedHours;
import tombolo.diary.Diary;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.Invitations;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.StandIn;
import tombolo.people.StandIns;
import tombolo.practice.Staff;
import tombolo.safety.Concerns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.ui.Said;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** Handing a person on to another therapist, once they have agreed. */
@Repository
@Transactional
public class Transfers {
    /** For how long it is news. */
    static final Duration NEW = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final People people;
    private final Staff staff;
    private final Concerns concerns;
    private final Diary diary;
    private final BookedHours hours;
    private final HoursWhileAway away;
    private final StandIns standIns;
    private final Invitations invitations;
    private final List<StillOpen> open;
    private final Outbox outbox;
    private final CoverPart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;

    Transfers(
            JdbcClient jdbc,
            People people,
            Staff staff,
            Concerns concerns,
            Diary diary,
            BookedHours hours,
            HoursWhileAway away,
            StandIns standIns,
            Invitations invitations,
            ObjectProvider<StillOpen> open,
            Outbox outbox,
            CoverPart part,
            Vault vault,
            AuditChain audit,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.staff = staff;
        this.concerns = concerns;
        this.diary = diary;
        this.hours = hours;
        this.away = away;
        this.standIns = standIns;
        this.invitations = invitations;
        this.open = open.orderedStream().toList();
        this.outbox = outbox;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** Those of a person who reads it themself. */
    List<HandOn> of(Person person) {
        return load("person_id = :person", Map.of("person", person.id().value()));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The people this viewer may hand on: those they walk with themself, not those they stand in for. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        public Person person(PersonId id) {
            Person person = people.visibleTo(viewer).get(id);
            if (!person.therapists().contains(viewer.account())) {
                throw new NotFound();
            }
            return person;
        }

        /** To whom somebody may be handed on. */
        public List<Staff.Colleague> therapists(Person person) {
            return staff.therapists().stream()
                    .filter(one -> !person.therapists().contains(one.id()))
                    .toList();
        }

        /** What must not be lost on the way. */
        public List<Said> open(PersonId person) {
            return open.stream().flatMap(one -> one.of(person, viewer).stream()).toList();
        }

        /**
         * Hands somebody on, who has agreed to it: the other walks with them from now on, and the viewer no longer does.
         *
         * @param seen the version of the person the viewer had before them
         * @return false when the person was changed meanwhile; nothing is kept then
         */
        public boolean handOn(PersonId id, int seen, AccountId to, LocalDate agreedOn, Optional<Confidential> words) {
            Person person = person(id);
            if (therapists(person).stream().noneMatch(one -> one.id().equals(to))) {
                throw new NotFound();
            }
            if (person.version() != seen || !pass(person, viewer.account(), to, Optional.of(agreedOn), words)) {
                return false;
            }
            outbox.toStaff(
                    to,
                    MessageKind.LOOK_IN,
                    "handed-on:" + Ids.next(),
                    Map.of(),
                    time.now(),
                    time.now().plus(NEW));
            return true;
        }

        /** Every time somebody was handed on, the newest first. For the person themself, and whoever walks with them. */
        public List<HandOn> of(PersonId id) {
            people.visibleTo(viewer).get(id, part);
            audit.record(viewer, Act.READ, id, part.name());
            return load("person_id = :person", Map.of("person", id.value()));
        }

        /** Who came to the viewer by being handed on a short while ago, and is still with them. */
        public Map<HandOn, Person> lately() {
            List<HandOn> mine = load(
                    "to_id = :me and at > :since",
                    Map.of(
                            "me", viewer.account().value(),
                            "since", Timestamp.from(time.now().minus(NEW))));
            Map<PersonId, Person> known =
                    people
                            .visibleTo(viewer)
                            .among(mine.stream().map(HandOn::person).distinct().toList(), part)
                            .stream()
                            .filter(person -> person.therapists().contains(viewer.account()))
                            .collect(Collectors.toMap(Person::id, Function.identity()));
            Map<HandOn, Person> lately = new LinkedHashMap<>();
            mine.stream()
                    .filter(one -> known.containsKey(one.person()) && !one.by().equals(viewer.account()))
                    .forEach(one -> lately.put(one, Objects.requireNonNull(known.get(one.person()))));
            return lately;
        }

        /**
         * The other therapist walks with them from now on instead of this one, and all that waits goes along.
         *
         * @param agreedOn empty where nobody could ask them beforehand
         * @return false when the person was changed meanwhile; nothing is kept then
         */
        boolean pass(
                Person person,
                AccountId from,
                AccountId to,
                Optional<LocalDate> agreedOn,
                Optional<Confidential> words) {
            PersonId id = person.id();
            person.walksWith(to, time.now());
            person.partsFrom(from, time.now());
            if (!people.save(person)) {
                return false;
            }
            UUID transfer = keep(id, from, to, agreedOn, words);
            List<AccountId> stoodIn = standIns.of(id, time.now()).stream()
                    .filter(one -> one.instead().equals(from) && one.why() != StandIn.Why.CONCERN)
                    .map(StandIn::who)
                    .toList();
            standIns.end(id, from, time.now());
            invitations.handOn(id, to);
            diary.visibleTo(viewer).handOn(id, from, to);
            diary.visibleTo(viewer)
                    .handBack(
                            hours.booked(id, time.now(), Instant.MAX).stream()
                                    .filter(one -> stoodIn.contains(one.therapist()))
                                    .toList(),
                            to);
            hours.booked(id, time.now(), Instant.MAX).forEach(hour -> away.handedOn(from, hour));
            concerns.handOn(id, from, to, Optional.of(viewer.account()));
            outbox.toPerson(
                    id,
                    MessageKind.SOMEBODY_ELSE,
                    "handed-on:" + transfer,
                    Map.of(),
                    time.now(),
                    time.now().plus(NEW));
            audit.record(viewer, Act.CHANGED_ACCESS, id, "cover");
            return true;
        }

        private UUID keep(
                PersonId person,
                AccountId from,
                AccountId to,
                Optional<LocalDate> agreedOn,
                Optional<Confidential> words) {
            UUID id = Ids.next();
            jdbc.sql("insert into transfer (practice_id, id, person_id, from_id, to_id, agreed_on, words, by_id, at)"
                            + " values (:practice, :id, :person, :from, :to, :agreed, :words, :by, :at)")
                    .param("practice", PracticeId.current().value())
                    .param("id", id)
                    .param("person", person.value())
                    .param("from", from.value())
                    .param("to", to.value())
                    .param("agreed", agreedOn.map(Date::valueOf).orElse(null), Types.DATE)
                    .param(
                            "words",
                            words.map(it -> vault.seal(person, new Place("transfer", "words", id), it.words()))
                                    .orElse(null),
                            Types.BINARY)
                    .param("by", viewer.account().value())
                    .param("at", Timestamp.from(time.now()))
                    .update();
            return id;
        }
    }

    private List<HandOn> load(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select * from transfer where practice_id = :practice and " + condition
                        + " order by at desc, id")
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> handOn(row))
                .list();
    }

    private HandOn handOn(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        byte[] words = row.getBytes("words");
        return new HandOn(
                id,
                person,
                new AccountId(row.getObject("from_id", UUID.class)),
                new AccountId(row.getObject("to_id", UUID.class)),
                new AccountId(row.getObject("by_id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getDate("agreed_on")).map(Date::toLocalDate),
                words == null
                        ? Optional.empty()
                        : Optional.of(vault.open(person, new Place("transfer", "words", id), words)));
    }
}
