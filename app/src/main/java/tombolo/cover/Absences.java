package tombolo.cover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.diary.BookedHours;
import tombolo.diary.Diary;
import tombolo.people.People;
import tombolo.people.StandIn;
import tombolo.people.StandIn.Scope;
import tombolo.people.StandIn.Why;
import tombolo.people.StandIns;
import tombolo.people.TakenIntoCare;
import tombolo.practice.Staff;
import tombolo.safety.Concerns;
import tombolo.safety.WhoIsAway;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Sight;
import tombolo.vault.Viewer;

/** When therapists are away, and who is there instead. */
@Repository
@Transactional
public class Absences implements WhoIsAway {
    private final JdbcClient jdbc;
    private final People people;
    private final StandIns standIns;
    private final Staff staff;
    private final Concerns concerns;
    private final TellAbsence tell;
    private final Diary diary;
    private final BookedHours hours;
    private final AuditChain audit;
    private final Sight sight;
    private final ProgrammeTime time;

    Absences(
            JdbcClient jdbc,
            People people,
            StandIns standIns,
            Staff staff,
            Concerns concerns,
            TellAbsence tell,
            Diary diary,
            BookedHours hours,
            AuditChain audit,
            Sight sight,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.standIns = standIns;
        this.staff = staff;
        this.concerns = concerns;
        this.tell = tell;
        this.diary = diary;
        this.hours = hours;
        this.audit = audit;
        this.sight = sight;
        this.time = time;
    }

    @Override
    public Optional<WhoIsAway.Instead> at(AccountId colleague, Instant when) {
        return of(colleague).stream()
                .filter(one -> one.isNow(when))
                .findFirst()
                .map(one -> new WhoIsAway.Instead(one.cover(), one.end()));
    }

    /** Whoever comes to a therapist later is covered as those are who were there when the absence was planned. */
    @EventListener
    void newcomer(TakenIntoCare taken) {
        for (Absence absence : of(taken.therapist())) {
            if (absence.end().isAfter(time.now())) {
                absence.cover().ifPresent(who -> {
                    letIn(absence, who, taken.person(), absence.from());
                    audit.record(Act.CHANGED_ACCESS, taken.person(), "cover");
                });
            }
        }
    }

    /**
     * A clinical will is open: its therapist is away for as long, with nobody in their place by that alone. Their hours are in
     * doubt, and those of the first day are told, so that nobody waits at a closed door. Where they were to be away in some of
     * that time it stays as it was planned, and this fills the gaps.
     */
    void whileWillIsOpen(ClinicalWill will, Instant opened, Instant from, AccountId by) {
        Instant until = opened.plus(ClinicalWill.LASTS);
        Instant next = from;
        for (Absence known : of(will.therapist())) {
            if (known.end().isAfter(next) && known.from().isBefore(until)) {
                away(will, next, known.from(), by, opened);
                next = known.end();
            }
        }
        away(will, next, until, by, opened);
    }

    private void away(ClinicalWill will, Instant from, Instant until, AccountId by, Instant opened) {
        if (from.isBefore(until)) {
            Absence absence = Absence.planned(will.therapist(), Optional.empty(), from, until, by, opened);
            if (keep(absence)) {
                tell.of(absence);
            }
        }
    }

    /** It was not so, or is over: what was put down as it opened ends. */
    void willIsClosed(ClinicalWill will) {
        Optional<Instant> opened = will.openedAt();
        of(will.therapist()).stream()
                .filter(one ->
                        opened.equals(Optional.of(one.madeAt())) && one.end().isAfter(time.now()))
                .forEach(one -> over(one, time.now()));
    }

    private void over(Absence absence, Instant now) {
        jdbc.sql("update absence set ended_at = :now where practice_id = :practice and id = :id"
                        + " and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("practice", PracticeId.current().value())
                .param("id", absence.id())
                .update();
        standIns.endAway(absence.therapist(), absence.from(), absence.until(), now);
        tell.takeBack(absence);
    }

    /** All there ever were of one therapist, the first to begin first. */
    List<Absence> of(AccountId therapist) {
        return load("a.therapist_id = :who", Map.of("who", therapist.value()));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The absences this viewer may see: their own, those they cover, and all for whoever runs the practice. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Those that are not over, the first to begin first. */
        public List<Absence> all() {
            return load(granted() + " and coalesce(a.ended_at, a.until_at) > :now", facts());
        }

        /** Those that ended before their time, which is not over yet: somebody may still believe that their hour is off. */
        public List<Absence> backEarly() {
            return load(granted() + " and a.ended_at is not null and a.until_at > :now", facts()).stream()
                    .filter(one -> maySay(one.therapist()) && !one.end().isAfter(time.now()))
                    .toList();
        }

        /** Those in which the viewer was to be there instead, and somebody else is now, or nobody. */
        public List<Absence> noMore() {
            return load(
                    sight.of("(a.practice_id = :practice and a.cover_before = :account"
                                    + " and a.cover_id is distinct from :account)")
                            + " and coalesce(a.ended_at, a.until_at) > :now",
                    facts());
        }

        /** One of which the viewer may say who is there instead, or that it is over. */
        public Absence toSay(UUID id) {
            Absence absence = get(id);
            if (!maySay(absence.therapist())) {
                throw new NotFound();
            }
            return absence;
        }

        /** One that is not over, or that ended before its time. */
        Absence find(UUID id) {
            return Stream.concat(all().stream(), backEarly().stream())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        public Absence get(UUID id) {
            return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        }

        /** Whether the viewer may say that this colleague is away: for themself, or whoever runs the practice for anybody. */
        public boolean maySay(AccountId therapist) {
            return viewer.is(Role.THERAPIST) && viewer.account().equals(therapist) || viewer.is(Role.MANAGER);
        }

        /** What is written down already of the same therapist being away in some of this time; the first to begin. */
        public Optional<Absence> meanwhile(AccountId therapist, Instant from, Instant until) {
            return of(therapist).stream()
                    .filter(one -> one.from().isBefore(until) && one.end().isAfter(from))
                    .findFirst();
        }

        /**
         * Says that a therapist is away. From the first moment until the last whoever covers may open what the therapist
         * may, or reach the people where they are no therapist; and what waits for the therapist waits for them.
         *
         * @return empty when they are away already in some of this time; nothing is kept then
         */
        public Optional<Absence> plan(AccountId therapist, Optional<AccountId> cover, Instant from, Instant until) {
            if (!maySay(therapist)) {
                throw new NotFound();
            }
            Absence absence = Absence.planned(therapist, cover, from, until, viewer.account(), time.now());
            if (!keep(absence)) {
                return Optional.empty();
            }
            for (PersonId person : people.walkedWith(therapist)) {
                cover.ifPresent(who -> {
                    letIn(absence, who, person, absence.from());
                    audit.record(viewer, Act.CHANGED_ACCESS, person, "cover");
                });
                if (absence.isNow(time.now())) {
                    cover.ifPresent(who -> concerns.handOver(person, therapist, who, Optional.of(viewer.account())));
                }
            }
            tell.of(absence);
            if (!viewer.account().equals(therapist)) {
                tell.putAway(absence);
            }
            audit.record(viewer, Act.CHANGED_ACCESS, "cover");
            return Optional.of(absence);
        }

        /** Back early, or not away after all. The cover's right ends with it. Doing it twice changes nothing. */
        public void end(UUID id) {
            Absence absence = toSay(id);
            Instant now = time.now();
            over(absence, now);
            List<PersonId> theirs = people.walkedWith(absence.therapist());
            absence.cover().ifPresent(cover -> handBack(absence, cover, theirs, now));
            theirs.forEach(person -> audit.record(viewer, Act.CHANGED_ACCESS, person, "cover"));
        }

        /** What the cover had booked in this absence with those they do not walk with themself. */
        private void handBack(Absence absence, AccountId cover, List<PersonId> theirs, Instant now) {
            List<PersonId> own = people.walkedWith(cover);
            diary.visibleTo(viewer)
                    .handBack(
                            hours.booked(cover, now, absence.until()).stream()
                                    .filter(one -> theirs.contains(one.person()) && !own.contains(one.person()))
                                    .toList(),
                            absence.therapist());
        }

        private String granted() {
            return sight.of("(a.practice_id = :practice and (a.therapist_id = :account or a.cover_id = :account"
                    + " or :manager))");
        }

        private Map<String, Object> facts() {
            return Map.of(
                    "account", viewer.account().value(),
                    "manager", viewer.is(Role.MANAGER),
                    "now", Timestamp.from(time.now()));
        }
    }

    /** Somebody else is there instead. False when that was changed since. */
    boolean isCovered(Absence before, Absence after) {
        return jdbc.sql("update absence set cover_id = :cover, cover_before = :before, named_by = :by"
                                + " where practice_id = :practice and id = :id"
                                + " and cover_id is not distinct from cast(:before as uuid)")
                        .param("cover", after.cover().map(AccountId::value).orElse(null), Types.OTHER)
                        .param("by", after.namedBy().value())
                        .param("before", before.cover().map(AccountId::value).orElse(null), Types.OTHER)
                        .param("practice", PracticeId.current().value())
                        .param("id", before.id())
                        .update()
                == 1;
    }

    /** Whoever sees the people in the therapist's place: a therapist, and not on their own word alone. */
    Optional<AccountId> sees(Absence absence) {
        return absence.cover().filter(staff::isTherapist).filter(who -> !absence.isCoveredOnOwnWord());
    }

    void letIn(Absence absence, AccountId who, PersonId person, Instant from) {
        standIns.begin(new StandIn(
                Ids.next(),
                person,
                who,
                absence.therapist(),
                Why.AWAY,
                sees(absence).isPresent() ? Scope.RECORD : Scope.CONTACT,
                from,
                Optional.of(absence.until())));
    }

    /** False when they are away already in some of this time: the table takes no second one, also when both come at once. */
    private boolean keep(Absence absence) {
        return jdbc.sql(
                                "insert into absence (practice_id, id, therapist_id, cover_id, from_at, until_at, made_by, made_at)"
                                        + " values (:practice, :id, :therapist, :cover, :from, :until, :by, :at)"
                                        + " on conflict on constraint absence_once do nothing")
                        .param("practice", PracticeId.current().value())
                        .param("id", absence.id())
                        .param("therapist", absence.therapist().value())
                        .param("cover", absence.cover().map(AccountId::value).orElse(null), Types.OTHER)
                        .param("from", Timestamp.from(absence.from()))
                        .param("until", Timestamp.from(absence.until()))
                        .param("by", absence.madeBy().value())
                        .param("at", Timestamp.from(absence.madeAt()))
                        .update()
                == 1;
    }

    private List<Absence> load(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select a.* from absence a where a.practice_id = :practice and " + condition
                        + " order by a.from_at, a.id")
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> absence(row))
                .list();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        AccountId madeBy = new AccountId(row.getObject("made_by", UUID.class));
        return new Absence(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("therapist_id", UUID.class)),
                Optional.ofNullable(row.getObject("cover_id", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("named_by", UUID.class))
                        .map(AccountId::new)
                        .orElse(madeBy),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                madeBy,
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
