package tombolo.diary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Hours that are over and of which nobody has said what became of them, for whoever is the one to ask. */
@Component
class HoursUnsaid {
    private final AppointmentRows rows;
    private final WhoseHour whose;
    private final Diary diary;
    private final ProgrammeTime time;

    HoursUnsaid(AppointmentRows rows, WhoseHour whose, Diary diary, ProgrammeTime time) {
        this.rows = rows;
        this.whose = whose;
        this.diary = diary;
        this.time = time;
    }

    /**
     * Those that began before this: the viewer's own, and those of people who were handed on to them before it was said. Whoever
     * had such an hour cannot open it any more. The first first.
     */
    List<Appointment> before(Instant moment, Viewer viewer) {
        Instant now = time.now();
        List<Appointment> all = rows.booked(Instant.EPOCH, moment).stream()
                .filter(one -> one.isUnrecorded(now))
                .toList();
        Map<PersonId, Person> seen =
                diary.visibleTo(viewer).among(all).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Set<UUID> theirs = theirs(all, viewer);
        return all.stream()
                .filter(one -> Optional.ofNullable(seen.get(one.person()))
                        .filter(person -> theirs.contains(one.id()) || isHandedOn(person, one, viewer))
                        .isPresent())
                .toList();
    }

    private static boolean isHandedOn(Person person, Appointment over, Viewer viewer) {
        return person.therapists().contains(viewer.account())
                && !person.therapists().contains(over.therapist());
    }

    /** Those of these that are over in which the viewer was there: booked with them, or taken by them. */
    Set<UUID> theirs(List<Appointment> over, Viewer viewer) {
        Set<UUID> taken = Set.copyOf(whose.taken(viewer.account(), time.now()));
        return over.stream()
                .filter(one -> one.therapist().equals(viewer.account()) || taken.contains(one.id()))
                .map(Appointment::id)
                .collect(Collectors.toSet());
    }
}
