package tombolo.diary;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment.State;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * Hours as work needs them that nobody looks at, such as what is asked before a session. Nobody is asked here whether they may
 * see them: what a page shows comes from the {@link Diary}.
 */
@Component
public class BookedHours {
    private final AppointmentRows rows;
    private final HoursInDoubt inDoubt;

    BookedHours(AppointmentRows rows, HoursInDoubt inDoubt) {
        this.rows = rows;
        this.inDoubt = inDoubt;
    }

    /** What one person has booked in this time, the first first. */
    public List<Appointment> booked(PersonId person, Instant from, Instant to) {
        return rows.of(person).stream()
                .filter(one -> one.state() == State.BOOKED
                        && !one.start().isBefore(from)
                        && one.start().isBefore(to))
                .toList();
    }

    /** What a therapist has booked in this time, the first first. */
    public List<Appointment> booked(AccountId therapist, Instant from, Instant to) {
        return rows.ofTherapist(therapist, from, to).stream()
                .filter(one -> one.state() == State.BOOKED)
                .toList();
    }

    /** Whether nobody knows that this hour takes place, because the therapist is away then. */
    public boolean isInDoubt(Appointment hour) {
        return inDoubt.of(hour.person()).contains(hour.id());
    }

    /** Those of these people who have an hour booked from then on. */
    public Set<PersonId> withAnHourFrom(Collection<PersonId> people, Instant from) {
        return rows.withAnHourFrom(people, from);
    }

    /** One person's hours of which it is known what became of them, the first first. */
    public List<Appointment> recorded(PersonId person) {
        return rows.of(person).stream()
                .filter(one -> one.state() == State.HELD || one.state() == State.MISSED)
                .toList();
    }

    public Optional<Appointment> find(UUID id) {
        return rows.find(id);
    }
}
