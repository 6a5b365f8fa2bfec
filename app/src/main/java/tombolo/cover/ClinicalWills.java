package tombolo.cover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.people.People;
import tombolo.people.StandIn.Scope;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Sight;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** The clinical wills of the practice, one a therapist; how one opens is told in {@link WillOpenings}. */
@Repository
@Transactional
public class ClinicalWills {
    private static final Set<Role> KEYS = EnumSet.of(Role.THERAPIST, Role.SUPERVISOR, Role.MANAGER);

    private final JdbcClient jdbc;
    private final WillOpenings openings;
    private final People people;
    private final Absences absences;
    private final Staff staff;
    private final Vault vault;
    private final AuditChain audit;
    private final Sight sight;
    private final ProgrammeTime time;

    ClinicalWills(
            JdbcClient jdbc,
            WillOpenings openings,
            People people,
            Absences absences,
            Staff staff,
            Vault vault,
            AuditChain audit,
            Sight sight,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.people = people;
        this.absences = absences;
        this.staff = staff;
        this.vault = vault;
        this.audit = audit;
        this.sight = sight;
        this.time = time;
    }

    /** Whether somebody may be one of the two it takes. */
    public static boolean holdsAKey(Viewer viewer) {
        return viewer.roles().stream().anyMatch(KEYS::contains);
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The wills this viewer may see: that there is one and for whom, and its words only while it is open, or their own. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Whether the viewer may be one of the two it takes. */
        public boolean holdsAKey() {
            return ClinicalWills.holdsAKey(viewer);
        }

        /** Every will that stands, by who made it first. */
        public List<ClinicalWill> all() {
            if (!holdsAKey()) {
                throw new NotFound();
            }
            return load(sight.of("(w.practice_id = :practice)"), Map.of());
        }

        public ClinicalWill get(UUID id) {
            return all().stream()
                    .filter(will -> will.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        /** The viewer's own. */
        public Optional<ClinicalWill> mine() {
            return about(viewer.account()).stream()
                    .filter(will -> will.own() && will.therapist().equals(viewer.account()))
                    .findFirst();
        }

        private List<ClinicalWill> about(AccountId therapist) {
            return load(
                    sight.of("(w.practice_id = :practice and w.therapist_id = :account)"),
                    Map.of("account", therapist.value()));
        }

        /**
         * Who still walks with people and has no will that anybody could carry out: none was made, or whom it names has left.
         * Also those who have left themself. Only whoever runs the practice asks, and never about themself.
         */
        public List<Staff.Colleague> without() {
            if (!viewer.is(Role.MANAGER)) {
                return List.of();
            }
            return staff.all().stream()
                    .filter(one -> !one.id().equals(viewer.account())
                            && !people.walkedWith(one.id()).isEmpty()
                            && about(one.id()).stream()
                                    .noneMatch(will -> will.opening().isPresent() || staff.isWorking(will.executor())))
                    .toList();
        }

        /**
         * The first of two says that the day has come for somebody who has left no will for it. Once a second one confirms it,
         * the first hands their people on; what the therapist wrote for whom they had named goes to them.
         *
         * @return false when that is not theirs to say, or somebody has said so already
         */
        public boolean askWithout(AccountId therapist, Confidential why) {
            if (without().stream().noneMatch(one -> one.id().equals(therapist))) {
                return false;
            }
            Optional<Confidential> words = about(therapist).stream()
                    .flatMap(will -> will.words().stream())
                    .findFirst();
            clearAwayInPlaceFor(therapist);
            UUID id = Ids.next();
            return keep(id, therapist, viewer.account(), Scope.CONTACT, words, false)
                    && openings.visibleTo(viewer).begin(id, therapist, why);
        }

        /** What stood in place of a will, and is over, stands in nobody's way. */
        private void clearAwayInPlaceFor(AccountId therapist) {
            jdbc.sql("update clinical_will w set ended_at = :now where practice_id = :practice"
                            + " and therapist_id = :therapist and made_by is not null and ended_at is null"
                            + " and not exists (select 1 from will_opening o where o.practice_id = w.practice_id"
                            + " and o.will_id = w.id and o.ended_at is null"
                            + " and (o.until_at is null or o.until_at > :now))")
                    .param("now", Timestamp.from(time.now()))
                    .param("practice", PracticeId.current().value())
                    .param("therapist", therapist.value())
                    .update();
        }

        /** Whom the viewer may name. */
        public List<Staff.Colleague> colleagues() {
            return staff.working().stream()
                    .filter(one -> !one.id().equals(viewer.account())
                            && one.roles().stream().anyMatch(KEYS::contains))
                    .toList();
        }

        /** Makes the viewer's will, in place of the one before. What is asked for or open under the old one ends. */
        public void make(AccountId executor, Scope scope, Optional<Confidential> words) {
            onlyTherapists();
            if (colleagues().stream().noneMatch(one -> one.id().equals(executor))) {
                throw new NotFound();
            }
            takeBack();
            clearAwayInPlaceFor(viewer.account());
            if (!keep(Ids.next(), viewer.account(), executor, opens(executor, scope), words, true)) {
                throw new IllegalStateException("Another will was made at the same moment");
            }
            audit.record(viewer, Act.WROTE, "cover");
        }

        /** False when one stands already. */
        private boolean keep(
                UUID id,
                AccountId therapist,
                AccountId executor,
                Scope scope,
                Optional<Confidential> words,
                boolean own) {
            return jdbc.sql("insert into clinical_will (practice_id, id, therapist_id, executor_id, scope, words,"
                                    + " made_at, made_by) values (:practice, :id, :therapist, :executor, :scope, :words,"
                                    + " :now, :by) on conflict do nothing")
                            .param("practice", PracticeId.current().value())
                            .param("id", id)
                            .param("therapist", therapist.value())
                            .param("executor", executor.value())
                            .param("scope", scope.name())
                            .param(
                                    "words",
                                    words.map(it -> vault.seal(viewer.practice(), words(id), it.words()))
                                            .orElse(null),
                                    Types.BINARY)
                            .param("now", Timestamp.from(time.now()))
                            .param("by", own ? null : viewer.account().value(), Types.OTHER)
                            .update()
                    == 1;
        }

        /** The viewer's own will stands no more, and nothing opened under it stays open. */
        public void takeBack() {
            about(viewer.account()).stream()
                    .filter(will -> will.therapist().equals(viewer.account()))
                    .forEach(will -> {
                        openings.end(will);
                        standsNoMore(will);
                        audit.record(viewer, Act.REMOVED, "cover");
                    });
        }

        private void standsNoMore(ClinicalWill will) {
            jdbc.sql("update clinical_will set ended_at = :now where practice_id = :practice and id = :id")
                    .param("now", Timestamp.from(time.now()))
                    .param("practice", PracticeId.current().value())
                    .param("id", will.id())
                    .update();
        }

        /**
         * A therapist is back: the absence is over, and with it whatever will is open, since they can see to their people
         * themself. Where one that is still ahead will not be, an open will holds on those days too.
         */
        public void isBack(UUID absence) {
            Absence over = absences.visibleTo(viewer).toSay(absence);
            Instant now = time.now();
            absences.visibleTo(viewer).end(absence);
            List<ClinicalWill> open = about(over.therapist()).stream()
                    .filter(will -> will.isOpen(now))
                    .toList();
            if (over.isNow(now)) {
                open.forEach(openings.visibleTo(viewer)::close);
            } else {
                open.forEach(
                        will -> absences.whileWillIsOpen(will, will.openedAt().orElseThrow(), now, viewer.account()));
            }
        }

        private void onlyTherapists() {
            if (!viewer.is(Role.THERAPIST)) {
                throw new NotFound();
            }
        }
    }

    /** The record opens to a therapist alone: anybody else sees names and the way that is safe, whatever the will says. */
    private Scope opens(AccountId executor, Scope scope) {
        return scope == Scope.RECORD && staff.isTherapist(executor) ? Scope.RECORD : Scope.CONTACT;
    }

    private List<ClinicalWill> load(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select w.*, o.id as opening, o.why, o.asked_by, o.asked_at, o.confirmed_by, o.until_at"
                        + " from clinical_will w left join will_opening o on o.practice_id = w.practice_id"
                        + " and o.will_id = w.id and o.ended_at is null and (o.until_at is null or o.until_at > :now)"
                        + " where w.practice_id = :practice and w.ended_at is null"
                        + " and (w.made_by is null or o.id is not null) and " + condition
                        + " order by w.made_at, w.id")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .params(parameters)
                .query((row, number) -> will(row))
                .list();
    }

    private ClinicalWill will(ResultSet row) throws SQLException {
        PracticeId practice = PracticeId.current();
        UUID id = row.getObject("id", UUID.class);
        byte[] words = row.getBytes("words");
        UUID opening = row.getObject("opening", UUID.class);
        return new ClinicalWill(
                id,
                new AccountId(row.getObject("therapist_id", UUID.class)),
                new AccountId(row.getObject("executor_id", UUID.class)),
                opens(new AccountId(row.getObject("executor_id", UUID.class)), Scope.valueOf(row.getString("scope"))),
                words == null ? Optional.empty() : Optional.of(vault.open(practice, words(id), words)),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("made_by") == null,
                opening == null
                        ? Optional.empty()
                        : Optional.of(new ClinicalWill.Opening(
                                opening,
                                vault.open(practice, WillOpenings.why(opening), row.getBytes("why")),
                                new AccountId(row.getObject("asked_by", UUID.class)),
                                row.getTimestamp("asked_at").toInstant(),
                                Optional.ofNullable(row.getObject("confirmed_by", UUID.class))
                                        .map(AccountId::new),
                                Optional.ofNullable(row.getTimestamp("until_at"))
                                        .map(Timestamp::toInstant))));
    }

    private static Place words(UUID id) {
        return new Place("clinical_will", "words", id);
    }
}
