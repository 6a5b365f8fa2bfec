package tombolo.course;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.diary.BookedHours;
import tombolo.diary.UsualHour;
import tombolo.vault.PersonId;

/** The next hour to be booked in a course, as long and as far from the others as its variant has it. */
@Component
class HourOfTheVariant implements UsualHour {
    private final Courses courses;
    private final BookedHours hours;

    HourOfTheVariant(Courses courses, BookedHours hours) {
        this.courses = courses;
        this.hours = hours;
    }

    /** What is booked already comes first: only the first session of all may be longer than the others. */
    @Override
    public Optional<Rule> next(PersonId person) {
        return courses.openOf(person).map(course -> {
            int booked = hours.booked(person, Instant.EPOCH, Instant.MAX).size();
            Variant variant = course.variant();
            return new Rule(variant.minutes(course.sessionsHeld() + booked + 1), variant.everyWeeks());
        });
    }
}
