package tombolo.cover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentCancelled;
import tombolo.diary.Diary;
import tombolo.diary.HoursInDoubt;
import tombolo.messages.Message;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.People;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;

/**
 * Tells whom an absence concerns: whoever covers, and those who were to come today, by the way that is safe for each. Nobody
 * is reminded of an hour in which their therapist is away, unless somebody else takes it.
 */
@Component
class TellAbsence {
    private final Outbox outbox;
    private final Diary diary;
    private final HoursInDoubt inDoubt;
    private final People people;
    private final Practices practices;
    private final ProgrammeTime time;

    TellAbsence(
            Outbox outbox, Diary diary, HoursInDoubt inDoubt, People people, Practices practices, ProgrammeTime time) {
        this.outbox = outbox;
        this.diary = diary;
        this.inDoubt = inDoubt;
        this.people = people;
        this.practices = practices;
        this.time = time;
    }

    void of(Absence absence) {
        Instant now = time.now();
        absence.cover()
                .ifPresent(cover -> outbox.toStaff(
                        cover, MessageKind.LOOK_IN, "away:" + absence.id(), Map.of(), now, absence.until()));
        ZoneId zone = practices.current().zone();
        Instant midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Instant from = absence.from().isAfter(now) ? absence.from() : now;
        Instant until = absence.until().isBefore(midnight) ? absence.until() : midnight;
        hours(absence, absence.from(), absence.until()).forEach(inDoubt::doubt);
        hours(absence, from, until).forEach(one -> tell(absence, one, now));
    }

    private Stream<Appointment> hours(Absence absence, Instant from, Instant until) {
        return people.walkedWith(absence.therapist()).stream()
                .flatMap(person -> diary.booked(person, from, until).stream())
                .filter(one -> one.therapist().equals(absence.therapist()));
    }

    /** What became of the message about each of these hours; an hour of which nothing was written is not there. */
    Map<UUID, Message.State> told(Absence absence, List<Appointment> hours) {
        Map<String, UUID> keys = hours.stream().collect(Collectors.toMap(one -> key(absence, one), Appointment::id));
        Map<UUID, Message.State> told = new HashMap<>();
        outbox.states(keys.keySet()).forEach((key, state) -> told.put(Objects.requireNonNull(keys.get(key)), state));
        return told;
    }

    private void tell(Absence absence, Appointment today, Instant now) {
        outbox.toPerson(
                today.person(),
                MessageKind.THERAPIST_AWAY,
                key(absence, today),
                Map.of("when", today.start().toString()),
                now,
                today.start());
    }

    /** The absence is over, or was taken back: what has not gone out need not go. */
    void takeBack(Absence absence) {
        outbox.withdraw("away:" + absence.id());
        hours(absence, time.now(), absence.until()).forEach(one -> {
            outbox.withdraw(key(absence, one));
            inDoubt.takesPlace(one);
        });
    }

    /** The person cannot come to an hour somebody else had taken: they look in as the therapist would. */
    void calledOff(AppointmentCancelled hour, AccountId cover) {
        outbox.toStaff(cover, MessageKind.LOOK_IN, "taken-called-off:" + hour.id(), Map.of(), time.now(), hour.at());
    }

    private static String key(Absence absence, Appointment today) {
        return "away:" + absence.id() + ":" + today.id();
    }
}
