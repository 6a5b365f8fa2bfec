package tombolo.cover;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.messages.Message;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.People;
import tombolo.people.StandIn;
import tombolo.people.StandIn.Why;
import tombolo.people.StandIns;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** That the day of a clinical will has come: one says so, a second confirms it, it is open for a time, and it closes. */
@Repository
@Transactional
public class WillOpenings {
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final People people;
    private final StandIns standIns;
    private final Absences absences;
    private final Staff staff;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;

    WillOpenings(
            JdbcClient jdbc,
            Outbox outbox,
            People people,
            StandIns standIns,
            Absences absences,
            Staff staff,
            Vault vault,
            AuditChain audit,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.people = people;
        this.standIns = standIns;
        this.absences = absences;
        this.staff = staff;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** What this viewer may do with a will they may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Whether the viewer may be the first to say that the day has come. */
        public boolean mayAsk(ClinicalWill will) {
            return will.mayAsk(viewer.account()) && staff.isWorking(will.executor());
        }

        /** The first of two says that the day has come. False when it is not theirs to say, or somebody has said so already. */
        public boolean ask(ClinicalWill will, Confidential why) {
            if (!mayAsk(will)) {
                return false;
            }
            clearAway(will.id());
            return begin(will.id(), will.therapist(), why);
        }

        boolean begin(UUID will, AccountId therapist, Confidential why) {
            UUID opening = Ids.next();
            boolean asked = jdbc.sql("insert into will_opening (practice_id, id, will_id, why, asked_by, asked_at)"
                                    + " values (:practice, :id, :will, :why, :by, :now)"
                                    + " on conflict (practice_id, will_id) where ended_at is null do nothing")
                            .param("practice", PracticeId.current().value())
                            .param("id", opening)
                            .param("will", will)
                            .param("why", vault.seal(viewer.practice(), why(opening), why.words()))
                            .param("by", viewer.account().value())
                            .param("now", Timestamp.from(time.now()))
                            .update()
                    == 1;
            if (asked) {
                tell(therapist, "will-asked:" + opening);
            }
            audit.record(viewer, Act.WROTE, "cover");
            return asked;
        }

        /** The second confirms it, and it opens, for a time. False when it is not theirs to confirm. */
        public boolean confirm(ClinicalWill will) {
            if (!will.mayConfirm(viewer.account())) {
                return false;
            }
            Instant now = time.now();
            Instant until = now.plus(ClinicalWill.LASTS);
            boolean opened =
                    jdbc.sql("update will_opening set confirmed_by = :by, confirmed_at = :now, until_at = :until"
                                            + " where practice_id = :practice and id = :id and confirmed_by is null"
                                            + " and ended_at is null and asked_by <> :by")
                                    .param("by", viewer.account().value())
                                    .param("now", Timestamp.from(now))
                                    .param("until", Timestamp.from(until))
                                    .param("practice", PracticeId.current().value())
                                    .param("id", will.opening().orElseThrow().id())
                                    .update()
                            == 1;
            if (opened) {
                people.walkedWith(will.therapist()).forEach(person -> letIn(will, person, now, until));
                absences.whileWillIsOpen(will, now, now, viewer.account());
                tell(will.therapist(), key(will) + ":therapist");
                tell(will.executor(), key(will) + ":executor");
                audit.record(viewer, Act.CHANGED_ACCESS, "cover");
            }
            return opened;
        }

        private void letIn(ClinicalWill will, PersonId person, Instant now, Instant until) {
            standIns.begin(new StandIn(
                    Ids.next(),
                    person,
                    will.executor(),
                    will.therapist(),
                    Why.WILL,
                    will.scope(),
                    now,
                    Optional.of(until)));
            outbox.toPerson(person, MessageKind.SOMEBODY_ELSE, key(will, person), Map.of(), now, until);
            audit.record(viewer, Act.CHANGED_ACCESS, person, "cover");
        }

        /** It was not so, or it is over: by the therapist, or by either of the two. */
        public void stop(ClinicalWill will) {
            boolean mayStop = will.therapist().equals(viewer.account())
                    || will.opening()
                            .filter(it -> it.askedBy().equals(viewer.account())
                                    || it.confirmedBy().equals(Optional.of(viewer.account())))
                            .isPresent();
            if (will.opening().isEmpty() || !mayStop) {
                throw new NotFound();
            }
            close(will);
        }

        void close(ClinicalWill will) {
            end(will);
            audit.record(viewer, Act.CHANGED_ACCESS, "cover");
        }
    }

    /** Those of these people to whom no message about it got through: somebody has to tell them in another way. */
    Set<PersonId> untold(ClinicalWill will, Collection<PersonId> some) {
        Map<String, Message.State> states =
                outbox.states(some.stream().map(person -> key(will, person)).collect(Collectors.toSet()));
        return some.stream()
                .filter(person -> Optional.ofNullable(states.get(key(will, person)))
                        .filter(Message.State::isUndelivered)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** It is open no more, and whoever it let in opens nothing by it. */
    void end(ClinicalWill will) {
        Instant now = time.now();
        jdbc.sql("update will_opening set ended_at = :now where practice_id = :practice and will_id = :will"
                        + " and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("practice", PracticeId.current().value())
                .param("will", will.id())
                .update();
        standIns.end(will.therapist(), Why.WILL, now);
        absences.willIsClosed(will);
    }

    /** What was open once and is over stands in nobody's way. */
    private void clearAway(UUID will) {
        jdbc.sql("update will_opening set ended_at = until_at where practice_id = :practice and will_id = :will"
                        + " and ended_at is null and until_at <= :now")
                .param("practice", PracticeId.current().value())
                .param("will", will)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private void tell(AccountId colleague, String key) {
        outbox.toStaff(
                colleague,
                MessageKind.LOOK_IN,
                key,
                Map.of(),
                time.now(),
                time.now().plus(ClinicalWill.LASTS));
    }

    private static String key(ClinicalWill will, PersonId person) {
        return key(will) + ":" + person;
    }

    private static String key(ClinicalWill will) {
        return "will-open:" + will.opening().orElseThrow().id();
    }

    /** Why the first of two says so, sealed with the practice's key. */
    static Place why(UUID opening) {
        return new Place("will_opening", "why", opening);
    }
}
