package tombolo.cover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentBooked;
import tombolo.diary.AppointmentCancelled;
import tombolo.diary.AppointmentMoved;
import tombolo.diary.BookedHours;
import tombolo.diary.HoursInDoubt;
import tombolo.diary.Side;
import tombolo.messages.Message;
import tombolo.people.ContactPart;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.StandIn.Scope;
import tombolo.people.StandIns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** The hours that lie in an absence: each is in doubt until it is moved, called off, or taken by whoever covers. */
@Component
@Transactional
public class HoursWhileAway {
    private final Absences absences;
    private final HoursTaken taken;
    private final TellAbsence tell;
    private final BookedHours hours;
    private final HoursInDoubt inDoubt;
    private final People people;
    private final ContactPart contact;
    private final CoverPart part;
    private final StandIns standIns;
    private final AuditChain audit;
    private final ProgrammeTime time;

    HoursWhileAway(
            Absences absences,
            HoursTaken taken,
            TellAbsence tell,
            BookedHours hours,
            HoursInDoubt inDoubt,
            People people,
            ContactPart contact,
            CoverPart part,
            StandIns standIns,
            AuditChain audit,
            ProgrammeTime time) {
        this.absences = absences;
        this.taken = taken;
        this.tell = tell;
        this.hours = hours;
        this.inDoubt = inDoubt;
        this.people = people;
        this.contact = contact;
        this.part = part;
        this.standIns = standIns;
        this.audit = audit;
        this.time = time;
    }

    @EventListener
    void booked(AppointmentBooked booked) {
        hours.find(booked.id()).ifPresent(this::doubtWhereAway);
    }

    @EventListener
    void moved(AppointmentMoved moved) {
        hours.find(moved.id()).ifPresent(hour -> {
            seenTo(hour.therapist(), hour, false);
            doubtWhereAway(hour);
        });
    }

    /** The hour is another therapist's now, and takes place unless they are away then, too. */
    void handedOn(AccountId from, Appointment hour) {
        boolean takesPlace = absences.of(hour.therapist()).stream().noneMatch(one -> one.isNow(hour.start()));
        seenTo(from, hour, takesPlace);
        doubtWhereAway(hour);
    }

    /** What was to be said of an hour in somebody's absence has no reason any more. */
    private void seenTo(AccountId therapist, Appointment hour, boolean takesPlace) {
        absences.of(therapist).stream()
                .filter(absence -> absence.until().isAfter(time.now()))
                .forEach(absence -> tell.seenTo(absence, hour, takesPlace));
    }

    /** Whoever had taken the hour of somebody away need not come for it. */
    @EventListener
    void calledOff(AppointmentCancelled cancelled) {
        hours.find(cancelled.id()).ifPresent(hour -> seenTo(hour.therapist(), hour, false));
        if (cancelled.by() == Side.PERSON) {
            taken.whoTook(cancelled.id()).forEach(cover -> tell.calledOff(cancelled, cover));
        }
    }

    /** An hour that comes into an absence is as those are that were booked before: in doubt, unless the cover has taken it. */
    void doubtWhereAway(Appointment hour) {
        absences.of(hour.therapist()).stream()
                .filter(absence ->
                        absence.isNow(hour.start()) && !taken.of(absence).contains(hour.id()))
                .forEach(absence -> inDoubt.doubt(hour));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** Those of the absences this viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** What is booked with the one who is away, while they are, the first first. */
        public List<Hour> of(Absence absence) {
            List<Appointment> booked = hours.booked(absence.therapist(), absence.from(), absence.until());
            List<PersonId> whose =
                    booked.stream().map(Appointment::person).distinct().toList();
            Map<PersonId, Person> known = people.visibleTo(viewer).among(whose, contact).stream()
                    .collect(Collectors.toMap(Person::id, Function.identity()));
            Set<PersonId> open = people.visibleTo(viewer).among(whose, part).stream()
                    .map(Person::id)
                    .collect(Collectors.toSet());
            Map<UUID, AccountId> byHand = tell.toldByHand(absence);
            Set<UUID> gone = taken.of(absence);
            boolean back = absence.ended().isPresent();
            Map<UUID, Message.State> told = back ? tell.toldBack(absence, booked) : tell.told(absence, booked);
            return booked.stream()
                    .map(one -> new Hour(
                            one,
                            Optional.ofNullable(known.get(one.person())),
                            gone.contains(one.id()),
                            mayTake(absence, one),
                            open.contains(one.person()),
                            Optional.ofNullable(told.get(one.id())),
                            Optional.ofNullable(byHand.get(one.id()))))
                    .toList();
        }

        /** Whether hours of it are still to be moved or taken. */
        public boolean wait(Absence absence) {
            Set<UUID> gone = taken.of(absence);
            return hours.booked(absence.therapist(), time.now(), absence.until()).stream()
                    .anyMatch(one -> !gone.contains(one.id()));
        }

        /** The cover sees the person at that hour. Doing it twice changes nothing. */
        public void take(UUID id, UUID appointment) {
            Absence absence = absences.visibleTo(viewer).get(id);
            Appointment booked = of(absence).stream()
                    .filter(Hour::mayTake)
                    .map(Hour::appointment)
                    .filter(one -> one.id().equals(appointment))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            taken.take(absence, booked, viewer.account(), time.now());
            inDoubt.takesPlace(booked);
            tell.seenTo(absence, booked, true);
            audit.record(viewer, Act.WROTE, booked.person(), "cover");
        }

        /** Whoever covers, runs the practice or is away themself has told the person. Doing it twice changes nothing. */
        public void noteTold(UUID id, UUID appointment) {
            Absence absence = absences.visibleTo(viewer).find(id);
            Appointment booked = of(absence).stream()
                    .filter(hour -> hour.person().isPresent())
                    .map(Hour::appointment)
                    .filter(one -> one.id().equals(appointment))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            tell.byHand(absence, booked, viewer.account());
            audit.record(viewer, Act.WROTE, booked.person(), "cover");
        }

        /** Whether those of its first day are told later on, and not at once. */
        public boolean tellsLater(Absence absence) {
            return tell.tellsFrom(absence).isAfter(time.now());
        }

        /** Whoever is there only to reach the people sees nobody in the therapist's place. */
        private boolean mayTake(Absence absence, Appointment hour) {
            return absence.cover().equals(Optional.of(viewer.account()))
                    && viewer.is(Role.THERAPIST)
                    && standIns.of(hour.person(), time.now()).stream()
                            .anyMatch(one -> one.who().equals(viewer.account())
                                    && one.instead().equals(absence.therapist())
                                    && one.scope() == Scope.RECORD);
        }
    }

    /**
     * An hour that was booked with somebody who is away.
     *
     * @param person as far as the viewer may know them
     * @param taken whether the cover takes it
     * @param mayTake whether the viewer is the cover and may see the person in the therapist's place
     * @param mayMove whether the viewer walks with them or stands in as their therapist, and moves it or calls it off
     * @param told what became of the message that it cannot take place, or, once they are back, that it can after all; empty
     *     where none was written
     * @param toldBy who has told them that themself
     */
    public record Hour(
            Appointment appointment,
            Optional<Person> person,
            boolean taken,
            boolean mayTake,
            boolean mayMove,
            Optional<Message.State> told,
            Optional<AccountId> toldBy) {}
}
