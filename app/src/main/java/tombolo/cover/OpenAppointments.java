package tombolo.cover;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Hours that are booked and still ahead. */
@Component
@Order(10)
class OpenAppointments implements StillOpen {
    private final Diary diary;
    private final ProgrammeTime time;

    OpenAppointments(Diary diary, ProgrammeTime time) {
        this.diary = diary;
        this.time = time;
    }

    @Override
    public Optional<Said> of(PersonId person, Viewer viewer) {
        List<Appointment> ahead = diary.visibleTo(viewer).of(person).stream()
                .filter(one -> one.isAhead(time.now()))
                .toList();
        return ahead.isEmpty() ? Optional.empty() : Optional.of(Said.of("cover.desk.open.appointments", ahead.size()));
    }
}
