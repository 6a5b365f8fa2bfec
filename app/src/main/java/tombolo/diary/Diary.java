package tombolo.diary;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tombolo.database.JsonRow;
import tombolo.diary.Appointment.State;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** When people and their therapists meet. It is loaded through the viewer, which is the permission check. */
@Component
public class Diary {
    /** More than any course has. */
    public static final int LONGEST_SERIES = 52;

    private static final int SOON = 8;

    /** The longest there is, when the clocks go back. */
    private static final Duration A_DAY = Duration.ofHours(25);

    private final AppointmentRows rows;
    private final Reminders reminders;
    private final HoursInDoubt inDoubt;
    private final WhoseHour whose;
    private final BookedHours hours;
    private final People people;
    private final AppointmentsPart part;
    private final Practices practices;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    Diary(
            AppointmentRows rows,
            Reminders reminders,
            HoursInDoubt inDoubt,
            WhoseHour whose,
            BookedHours hours,
            People people,
            AppointmentsPart part,
            Practices practices,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.rows = rows;
        this.reminders = reminders;
        this.inDoubt = inDoubt;
        this.whose = whose;
        this.hours = hours;
        this.people = people;
        this.part = part;
        this.practices = practices;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /** Today's and the next few that are to be, the first first; what was missed or cancelled is not among them. */
    public Glance<List<Appointment>> soon() {
        return new Glance<>(
                part,
                JsonRow.all(AppointmentRows.ALL + "and a.person_id = :person and a.state in ('BOOKED', 'HELD')"
                        + " and a.start_at > :meetFrom order by a.start_at, a.id limit " + SOON),
                Map.of("meetFrom", Timestamp.from(time.now().minus(A_DAY))),
                (person, found) -> JsonRow.read(found, rows::appointment));
    }

    /** The newest of those that are over and of which nobody has said what became of them, the first first. */
    public Glance<List<Appointment>> unsaid() {
        return new Glance<>(
                part,
                JsonRow.all(
                        "select u.* from (" + AppointmentRows.ALL + "and a.person_id = :person and a.state = 'BOOKED'"
                                + " and a.start_at + make_interval(mins => a.minutes) <= :overBy order by a.start_at desc, a.id"
                                + " limit " + SOON + ") u order by u.start_at, u.id"),
                Map.of("overBy", Timestamp.from(time.now())),
                (person, found) -> JsonRow.read(found, rows::appointment));
    }

    /** What may be amiss with hours, and may be meant. */
    public enum WorthAWord {
        NOTHING,
        /** The therapist is away at one of these times. */
        AWAY,
        /** The therapist has something else at one of these times. */
        TWICE
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The appointments this viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may see their appointments. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** All there ever were, the first first. */
        public List<Appointment> of(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return rows.of(person);
        }

        /** Those of which nobody knows whether they take place, because the therapist is away then. */
        public Set<UUID> inDoubt(PersonId person) {
            person(person);
            return inDoubt.of(person);
        }

        /** The next one that is still ahead. */
        public Optional<Appointment> next(PersonId person) {
            Instant now = time.now();
            return of(person).stream().filter(one -> one.isAhead(now)).findFirst();
        }

        public Appointment get(UUID id) {
            Appointment found = rows.find(id).orElseThrow(NotFound::new);
            person(found.person());
            audit.record(viewer, Act.READ, found.person(), part.name());
            return found;
        }

        /**
         * The viewer's own diary in this time: everyone they walk with, also what was cancelled, the hours they take for
         * somebody who is away, and those a cover keeps for a later time away. The first first.
         */
        public List<Appointment> between(Instant from, Instant to) {
            List<Appointment> all = Stream.concat(
                            whose.of(viewer.account(), from, to).stream(),
                            whose.keptForLater(viewer.account(), from, to).stream())
                    .sorted(Comparator.comparing(Appointment::start).thenComparing(Appointment::id))
                    .toList();
            Set<PersonId> seen = among(all).stream().map(Person::id).collect(Collectors.toSet());
            return all.stream().filter(one -> seen.contains(one.person())).toList();
        }

        /** Whom these are with, as far as the viewer may see it. */
        public List<Person> among(Collection<Appointment> appointments) {
            return people.visibleTo(viewer)
                    .among(appointments.stream().map(Appointment::person).collect(Collectors.toSet()), part);
        }

        /** What is worth a word of hours that have just been booked or moved, and never a refusal. */
        public WorthAWord worthAWord(List<Appointment> hours) {
            Set<UUID> doubted = inDoubt(hours.getFirst().person());
            if (hours.stream().anyMatch(one -> doubted.contains(one.id()))) {
                return WorthAWord.AWAY;
            }
            return hours.stream().allMatch(one -> clashing(one).isEmpty()) ? WorthAWord.NOTHING : WorthAWord.TWICE;
        }

        /** What the same therapist has booked, or has taken, at the same time. It is no mistake, and worth a word. */
        public List<Appointment> clashing(Appointment with) {
            Instant from = with.start().minusSeconds(Appointment.LONGEST * 60L);
            return whose.of(with.therapist(), from, with.end()).stream()
                    .filter(other ->
                            other.state() == State.BOOKED && !other.id().equals(with.id()) && other.overlaps(with))
                    .toList();
        }

        /**
         * With the viewer themself, or with whoever walks with the person where the viewer only stands in and will not do so
         * any more at that time.
         */
        public Appointment book(PersonId person, Instant start, int minutes) {
            return series(person, start, 1, 1, minutes).getFirst();
        }

        /**
         * One after the other, at the same time of the practice's day, also when the clocks change between them. A time that
         * the clocks leave out is moved on by what they leave out.
         */
        public List<Appointment> series(PersonId person, Instant first, int everyWeeks, int count, int minutes) {
            onlyTherapists();
            Person them = person(person);
            if (everyWeeks < 1 || count < 1 || count > LONGEST_SERIES) {
                throw new IllegalArgumentException("A series of " + count + ", every " + everyWeeks + " weeks");
            }
            ZonedDateTime begin = first.atZone(practices.current().zone());
            List<Appointment> booked = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                Instant start = begin.plusWeeks((long) number * everyWeeks).toInstant();
                booked.add(Appointment.booked(
                        person,
                        whose.with(them, viewer.account(), start),
                        start,
                        minutes,
                        viewer.account(),
                        time.now()));
            }
            booked.forEach(one -> {
                rows.add(one);
                reminders.remind(one);
                events.publishEvent(new AppointmentBooked(one.id(), one.person(), one.start()));
            });
            audit.record(viewer, Act.WROTE, person, part.name());
            return List.copyOf(booked);
        }

        /**
         * To another time; the person is told by a message if {@code tell}.
         *
         * @param seen the version the viewer had before them
         */
        public Appointment move(UUID id, int seen, Instant start, int minutes, boolean tell) {
            Appointment before = toChange(id, seen);
            Appointment after = before.movedTo(start, minutes, viewer.account(), time.now())
                    .handedTo(
                            whose.with(person(before.person()), before.therapist(), start),
                            viewer.account(),
                            time.now());
            keep(after);
            inDoubt.forget(after);
            reminders.withdraw(before);
            reminders.remind(after);
            if (tell) {
                reminders.tellMoved(before, after);
            }
            events.publishEvent(new AppointmentMoved(id, after.person(), before.start(), after.start()));
            return after;
        }

        /** The two met. */
        public Appointment held(UUID id, int seen) {
            Appointment held = toChange(id, seen).held(viewer.account(), time.now());
            keep(held);
            events.publishEvent(new AppointmentHeld(id, held.person(), held.start()));
            return held;
        }

        /**
         * The two have begun, it may be hours before the time; for whoever has no version before them, such as a session that
         * begins. Doing it twice is doing it once.
         */
        public Appointment begun(UUID id) {
            Appointment found = toChange(id);
            if (found.state() == State.HELD) {
                return found;
            }
            Appointment held = found.begun(viewer.account(), time.now());
            keep(held);
            reminders.withdraw(held);
            events.publishEvent(new AppointmentHeld(id, held.person(), held.start()));
            return held;
        }

        /** They did not meet: whose side it was, and whether the other had been told. */
        public Appointment missed(UUID id, int seen, Side by, boolean told) {
            Appointment before = toChange(id, seen);
            Appointment missed = before.missed(by, told, viewer.account(), time.now());
            keep(missed);
            reminders.withdraw(missed);
            boolean wasHeld = before.state() == State.HELD;
            events.publishEvent(new AppointmentMissed(id, missed.person(), missed.start(), by, told, wasHeld));
            return missed;
        }

        /** By staff: the person is told by a message if {@code tell}. */
        public Appointment cancel(UUID id, int seen, Side by, boolean tell) {
            Appointment cancelled = toChange(id, seen).cancelled(by, Optional.empty(), viewer.account(), time.now());
            keep(cancelled);
            reminders.withdraw(cancelled);
            if (tell) {
                reminders.tellCancelled(cancelled);
            }
            events.publishEvent(new AppointmentCancelled(id, cancelled.person(), cancelled.start(), by));
            return cancelled;
        }

        /**
         * Everything that is ahead from then on, when somebody pauses or ends.
         *
         * @param tell whether the person is told so, in one message for all of it
         */
        public List<Appointment> cancelFrom(PersonId person, Instant from, Side by, boolean tell) {
            List<Appointment> cancelled = hours.booked(person, from, Instant.MAX).stream()
                    .map(one -> cancel(one.id(), one.version(), by, false))
                    .toList();
            if (tell) {
                cancelled.stream().findFirst().ifPresent(reminders::tellAllCalledOff);
            }
            return cancelled;
        }

        /**
         * The hours of one therapist with somebody who is handed on, which are not over: they are the other therapist's from
         * now on, at the same times, so that nobody waits before a closed door.
         */
        public void handOn(PersonId person, AccountId from, AccountId to) {
            Instant now = time.now();
            rows.of(person).stream()
                    .filter(one -> one.state() == State.BOOKED
                            && one.end().isAfter(now)
                            && one.therapist().equals(from))
                    .map(one -> one.handedTo(to, viewer.account(), now))
                    .forEach(one -> {
                        keep(one);
                        inDoubt.takesPlace(one);
                    });
        }

        /** Whoever stood in does not any more: those of these hours that are ahead are with whoever walks with the person. */
        public void handBack(Collection<Appointment> booked, AccountId to) {
            Instant now = time.now();
            booked.stream()
                    .filter(one -> one.isAhead(now))
                    .map(one -> one.handedTo(to, viewer.account(), now))
                    .forEach(this::keep);
        }

        /** By the person: they cannot come, and may say why. The therapist is told that something waits. */
        public Appointment cannotCome(UUID id, int seen, Optional<Confidential> words) {
            Appointment found = rows.find(id)
                    .filter(one -> viewer.person().equals(Optional.of(one.person())))
                    .orElseThrow(NotFound::new);
            current(found, seen);
            Appointment cancelled = found.cancelled(Side.PERSON, words, viewer.account(), time.now());
            keep(cancelled);
            reminders.withdraw(cancelled);
            reminders.tellTherapist(cancelled);
            events.publishEvent(new AppointmentCancelled(id, cancelled.person(), cancelled.start(), Side.PERSON));
            return cancelled;
        }

        private Appointment toChange(UUID id, int seen) {
            Appointment found = toChange(id);
            current(found, seen);
            return found;
        }

        private Appointment toChange(UUID id) {
            onlyTherapists();
            Appointment found = rows.find(id).orElseThrow(NotFound::new);
            person(found.person());
            return found;
        }

        private void current(Appointment found, int seen) {
            if (found.version() != seen) {
                throw new ChangedMeanwhile(found);
            }
        }

        private void keep(Appointment changed) {
            if (!rows.save(changed)) {
                throw new ChangedMeanwhile(rows.find(changed.id()).orElseThrow(NotFound::new));
            }
            audit.record(viewer, Act.WROTE, changed.person(), part.name());
        }

        private void onlyTherapists() {
            if (!viewer.is(Role.THERAPIST)) {
                throw new NotFound();
            }
        }
    }
}
