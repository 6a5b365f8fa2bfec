package tombolo.diary;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.people.Person;
import tombolo.people.StandIn;
import tombolo.people.StandIns;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;

/** In whose diary an hour is: of somebody who sees it there, also while one therapist stands in for another. */
@Component
class WhoseHour {
    private final AppointmentRows rows;
    private final TakenHours taken;
    private final StandIns standIns;
    private final ProgrammeTime time;

    WhoseHour(AppointmentRows rows, TakenHours taken, StandIns standIns, ProgrammeTime time) {
        this.rows = rows;
        this.taken = taken;
        this.standIns = standIns;
        this.time = time;
    }

    /** What a therapist has in this time: their own, and what they take for somebody who is away. The first first. */
    List<Appointment> of(AccountId therapist, Instant from, Instant to) {
        return Stream.concat(
                        rows.ofTherapist(therapist, from, to).stream(),
                        rows.these(taken.by(therapist, from, to)).stream())
                .sorted(Comparator.comparing(Appointment::start).thenComparing(Appointment::id))
                .toList();
    }

    /** What somebody has ever taken before then for somebody who was away. */
    List<UUID> taken(AccountId therapist, Instant before) {
        return taken.by(therapist, Instant.EPOCH, before);
    }

    /** What a cover has booked for a later time away and cannot see until that begins: in between it is for the therapist. */
    List<Appointment> keptForLater(AccountId therapist, Instant from, Instant to) {
        Instant now = time.now();
        List<StandIn> toCome = standIns.toCome(therapist, now);
        if (toCome.isEmpty()) {
            return List.of();
        }
        return rows.booked(from, to).stream()
                .filter(one -> toCome.stream().anyMatch(cover -> isCovered(one, cover)))
                .filter(one -> standIns.of(one.person(), now).stream()
                        .noneMatch(cover -> cover.who().equals(one.therapist()) && cover.isOpen(now)))
                .toList();
    }

    private static boolean isCovered(Appointment hour, StandIn cover) {
        return cover.person().equals(hour.person())
                && cover.who().equals(hour.therapist())
                && cover.isOpen(hour.start());
    }

    /** With whom an hour at that time is: whoever only stands in for a time has it in that time alone. */
    AccountId with(Person person, AccountId who, Instant start) {
        List<AccountId> walking = person.therapists();
        if (walking.isEmpty() || walking.contains(who)) {
            return who;
        }
        List<StandIn> mine = standIns.of(person.id(), time.now()).stream()
                .filter(one -> one.who().equals(who))
                .toList();
        return mine.stream().anyMatch(one -> one.isOpen(start))
                ? who
                : mine.stream()
                        .map(StandIn::instead)
                        .filter(walking::contains)
                        .findFirst()
                        .orElse(walking.getFirst());
    }
}
