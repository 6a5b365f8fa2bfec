package tombolo.safety;

import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.people.Person;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.vault.AccountId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;

/** Who in the practice answers when a person says something that must be answered, and how soon. */
@Component
@Transactional
public class Watch {
    private final JdbcClient jdbc;
    private final Practices practices;
    private final Staff staff;
    private final ObjectProvider<WhoIsAway> absences;

    Watch(JdbcClient jdbc, Practices practices, Staff staff, ObjectProvider<WhoIsAway> absences) {
        this.jdbc = jdbc;
        this.practices = practices;
        this.staff = staff;
        this.absences = absences;
    }

    /** What can honestly be promised about answers that are sent. */
    public enum Mode {
        /** There is somebody to answer, and somebody else when that one does not. */
        WATCHED,
        /** One therapist alone: what is answered is read in the session, and the question is put there. */
        ALONE,
        /** Several, and nobody named or there for when one is away: the question is put only face to face. */
        NOBODY
    }

    /** Which of them holds in the practice. */
    public Mode mode() {
        Set<AccountId> there = working();
        Practice practice = practices.current();
        if (practice.cover().filter(there::contains).isPresent()) {
            return Mode.WATCHED;
        }
        return there.size() == 1 ? Mode.ALONE : Mode.NOBODY;
    }

    /**
     * Which of them holds for one person at a moment. It takes two who may answer them, of whom one at least is there: whoever
     * covers the practice is no second where it is they who walk with the person, and nobody is there while all are away.
     */
    public Mode mode(Person person, Instant now) {
        Mode all = mode();
        if (all != Mode.WATCHED) {
            return all;
        }
        List<Staff.Colleague> working = staff.working();
        Set<AccountId> there = ids(working.stream());
        Set<AccountId> answering = Stream.of(
                        walking(person, working),
                        person.therapists().stream().flatMap(one -> standsIn(one, now).stream()),
                        practices.current().cover().stream())
                .flatMap(Function.identity())
                .filter(there::contains)
                .collect(Collectors.toSet());
        boolean somebody = answering.stream().anyMatch(one -> away(one, now).isEmpty());
        return somebody && answering.size() > 1 ? all : Mode.NOBODY;
    }

    /** Whoever covers the practice, while they are there. */
    public Optional<AccountId> cover(Instant now) {
        return practices.current().cover().filter(one -> isThere(one, now));
    }

    /** How long each one has. */
    public ConcernClock clock() {
        return jdbc.sql("select opens, closes, owner_minutes, cover_minutes, version from concern_clock"
                        + " where practice_id = :practice")
                .param("practice", PracticeId.current().value())
                .query((row, number) -> new ConcernClock(
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class),
                        row.getInt("owner_minutes"),
                        row.getInt("cover_minutes"),
                        row.getInt("version")))
                .optional()
                .orElse(ConcernClock.STANDARD);
    }

    /** False when somebody else has set it meanwhile: then nothing was written. */
    public boolean set(ConcernClock clock) {
        return jdbc.sql("insert into concern_clock (practice_id, opens, closes, owner_minutes, cover_minutes, version)"
                                        + " select :practice, :opens, :closes, :owner, :cover, 1 where :version = 0"
                                        + " on conflict (practice_id) do nothing")
                                .params(columns(clock))
                                .update()
                        + jdbc.sql("update concern_clock set opens = :opens, closes = :closes, owner_minutes = :owner,"
                                        + " cover_minutes = :cover, version = version + 1"
                                        + " where practice_id = :practice and version = :version")
                                .params(columns(clock))
                                .update()
                == 1;
    }

    private static Map<String, Object> columns(ConcernClock clock) {
        return Map.of(
                "practice", PracticeId.current().value(),
                "opens", clock.opens(),
                "closes", clock.closes(),
                "owner", clock.ownerMinutes(),
                "cover", clock.coverMinutes(),
                "version", clock.version());
    }

    /** Until when whoever is told now at this rung has time. */
    Instant due(int rung, Instant now) {
        return clock().due(practices.current(), rung, now);
    }

    /** Until when it rests after somebody at this rung was told now; above the ladder, all are told again after a working day. */
    Instant due(Ladder ladder, int rung, Instant now) {
        return ladder.has(rung) ? due(rung, now) : clock().again(practices.current(), now);
    }

    /** Who answers for what this person says: who walks with them, or is there for that one; else who answers here. */
    public AccountId owner(Person person, Instant now) {
        List<Staff.Colleague> working = staff.working();
        Set<AccountId> there = ids(working.stream());
        Practice practice = practices.current();
        return Stream.concat(
                        Stream.concat(
                                walking(person, working)
                                        .filter(one -> away(one, now).isEmpty()),
                                person.therapists().stream().flatMap(one -> standsIn(one, now).stream())),
                        Stream.concat(
                                Stream.of(practice.answeredBy())
                                        .filter(one -> away(one, now).isEmpty()),
                                practice.cover().stream()))
                .filter(there::contains)
                .findFirst()
                .orElse(practice.answeredBy());
    }

    /** Who walks with them as a therapist: whoever is none any more opens no record, and answers for nothing in it. */
    private static Stream<AccountId> walking(Person person, List<Staff.Colleague> working) {
        Set<AccountId> therapists =
                ids(working.stream().filter(one -> one.roles().contains(Role.THERAPIST)));
        return person.therapists().stream().filter(therapists::contains);
    }

    /** Who is there instead of a colleague who is away: whom they named, else the practice's cover. */
    public Optional<AccountId> standsIn(AccountId colleague, Instant now) {
        return away(colleague, now)
                .flatMap(absence -> absence.cover().or(() -> practices.current().cover()))
                .filter(one -> !one.equals(colleague)
                        && working().contains(one)
                        && away(one, now).isEmpty());
    }

    /** From when on a colleague is there: now, or once all that follows one on another is over. */
    public Instant isThereFrom(AccountId colleague, Instant now) {
        Instant from = now;
        for (Optional<WhoIsAway.Instead> away = away(colleague, from); away.isPresent(); away = away(colleague, from)) {
            from = away.get().until();
        }
        return from;
    }

    private Optional<WhoIsAway.Instead> away(AccountId colleague, Instant now) {
        return absences.orderedStream()
                .flatMap(one -> one.at(colleague, now).stream())
                .findFirst();
    }

    /**
     * Whom to tell, one after another, of what this colleague has in hand. Nobody's time is waited for who is away: whoever is
     * there for them is told instead. Only where all who run the practice are away, they are told all the same.
     */
    Ladder ladder(AccountId holder, AccountId owner, Instant now) {
        Set<AccountId> cover = Stream.concat(practices.current().cover().stream(), Stream.of(owner))
                .flatMap(one -> isThere(one, now) ? Stream.of(one) : standsIn(one, now).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<AccountId> managers = staff.working().stream()
                .filter(one -> one.roles().contains(Role.MANAGER))
                .map(Staff.Colleague::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (managers.stream().anyMatch(one -> isThere(one, now))) {
            managers.removeIf(one -> !isThere(one, now));
        }
        return Ladder.of(holder, cover, managers);
    }

    private boolean isThere(AccountId colleague, Instant now) {
        return isWorking(colleague) && away(colleague, now).isEmpty();
    }

    boolean isWorking(AccountId colleague) {
        return staff.isWorking(colleague);
    }

    boolean isTherapist(AccountId colleague) {
        return staff.isTherapist(colleague);
    }

    /** A colleague's name. */
    public String nameOf(AccountId colleague) {
        return staff.nameOf(colleague);
    }

    private Set<AccountId> working() {
        return ids(staff.working().stream());
    }

    private static Set<AccountId> ids(Stream<Staff.Colleague> some) {
        return some.map(Staff.Colleague::id).collect(Collectors.toSet());
    }
}
