package tombolo.cover;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.diary.Diary;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Hours that are over and of which nobody has said what became of them: whoever was there knows it best. */
@Component
@Order(12)
class UnrecordedHours implements StillOpen {
    private final Diary diary;
    private final ProgrammeTime time;

    UnrecordedHours(Diary diary, ProgrammeTime time) {
        this.diary = diary;
        this.time = time;
    }

    @Override
    public Optional<Said> of(PersonId person, Viewer viewer) {
        long over = diary.visibleTo(viewer).of(person).stream()
                .filter(one -> one.isUnrecorded(time.now()))
                .count();
        return over == 0 ? Optional.empty() : Optional.of(Said.of("cover.desk.open.unrecorded", over));
    }
}
