package tombolo.cover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.People;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;

/** Tells whom an absence concerns: whoever covers, and those who were to come today, by the way that is safe for each. */
@Component
class TellAbsence {
    private final Outbox outbox;
    private final Diary diary;
    private final People people;
    private final Practices practices;
    private final ProgrammeTime time;

    TellAbsence(Outbox outbox, Diary diary, People people, Practices practices, ProgrammeTime time) {
        this.outbox = outbox;
        this.diary = diary;
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
        for (PersonId person : people.walkedWith(absence.therapist())) {
            diary.booked(person, from, until).stream()
                    .filter(one -> one.therapist().equals(absence.therapist()))
                    .forEach(one -> tell(absence, one, now));
        }
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
        for (PersonId person : people.walkedWith(absence.therapist())) {
            diary.booked(person, time.now(), absence.until()).forEach(one -> outbox.withdraw(key(absence, one)));
        }
    }

    private static String key(Absence absence, Appointment today) {
        return "away:" + absence.id() + ":" + today.id();
    }
}
