package tombolo.course;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.measures.WhichSession;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;

/** The session that was held today, or else the one to come: what is answered on paper or in the room belongs to it. */
@Component
class SessionOfToday implements WhichSession {
    private final Courses courses;
    private final Practices practices;
    private final ProgrammeTime time;

    SessionOfToday(Courses courses, Practices practices, ProgrammeTime time) {
        this.courses = courses;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public Optional<Integer> now(PersonId person) {
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        return courses.openOf(person)
                .flatMap(course -> course.sessionOn(today, zone).or(course::nextSession));
    }
}
