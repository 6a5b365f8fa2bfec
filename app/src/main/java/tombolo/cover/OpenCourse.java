package tombolo.cover;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** A course that has not ended. It goes on with the other therapist, unless it is paused or ended on its own page. */
@Component
@Order(20)
class OpenCourse implements StillOpen {
    private final Courses courses;

    OpenCourse(Courses courses) {
        this.courses = courses;
    }

    @Override
    public Optional<Said> of(PersonId person, Viewer viewer) {
        return courses.visibleTo(viewer)
                .of(person)
                .filter(course -> course.state() != Course.State.ENDED)
                .map(course -> Said.of("cover.desk.open.course"));
    }
}
