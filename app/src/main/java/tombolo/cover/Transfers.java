package tombolo.cover;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.diary.BookedHours;
import tombolo.diary.Diary;
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
        this.vault = vault;
        this.audit = audit;
        this.time = time;
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
            return person.version() == seen && pass(person, viewer.account(), to, Optional.of(agreedOn), words);
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
            keep(id, from, to, agreedOn, words);
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
            audit.record(viewer, Act.CHANGED_ACCESS, id, "cover");
            return true;
        }

        private void keep(
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
        }
    }
}
