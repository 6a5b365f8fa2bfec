package tombolo.course;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Courses whose ending should be spoken of in the next session at the latest: an ending that surprises is a loss more. */
@Component
@Order(60)
class EndingsDue implements Awaiting {
    private final Courses courses;
    private final People people;
    private final CoursePart part;
    private final Practices practices;
    private final ProgrammeTime time;

    EndingsDue(Courses courses, People people, CoursePart part, Practices practices, ProgrammeTime time) {
        this.courses = courses;
        this.people = people;
        this.part = part;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "course.desk.due.title";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        Map<PersonId, Course> due = new LinkedHashMap<>();
        courses.allOpen().stream().filter(Course::isEndingDue).forEach(course -> due.put(course.person(), course));
        return people.visibleTo(viewer).among(due.keySet(), part).stream()
                .flatMap(person -> Stream.ofNullable(due.get(person.id())).map(course -> line(person, course)))
                .toList();
    }

    private Line line(Person person, Course course) {
        LocalDate today = time.today(practices.current().zone());
        LocalDate end = course.endDate().orElse(today);
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                "course.desk.due.line",
                end,
                "/desk/people/" + person.id() + "/course",
                end.isBefore(today));
    }
}
