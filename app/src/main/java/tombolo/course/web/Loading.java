package tombolo.course.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.CourseChanged;
import tombolo.course.Courses;
import tombolo.course.Focus.Named;
import tombolo.course.Signature;
import tombolo.diary.Diary;
import tombolo.diary.Side;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** How the pages of the course come by it, and how they notice that somebody else changed it meanwhile. */
@Component
class Loading {
    private final Courses courses;
    private final Inventories inventories;
    private final Diary diary;
    private final Once once;

    Loading(Courses courses, Inventories inventories, Diary diary, Once once) {
        this.courses = courses;
        this.inventories = inventories;
        this.diary = diary;
        this.once = once;
    }

    /** The course that is not over; without one the page is not there. */
    Course open(Viewer viewer, UUID person) {
        return courses.visibleTo(viewer)
                .of(new PersonId(person))
                .filter(course -> course.state() != Course.State.ENDED)
                .orElseThrow(NotFound::new);
    }

    /** Everyone on the circles who is there to be named; who has died or left may matter most. */
    List<Relationship> circles(Viewer viewer, PersonId person) {
        return inventories.visibleTo(viewer).toCompare(person).people();
    }

    /** What the circles call people today, by id. */
    Map<UUID, String> names(Viewer viewer, PersonId person) {
        return circles(viewer, person).stream()
                .collect(Collectors.toMap(
                        one -> one.id().value(), one -> one.name().words()));
    }

    /** Those of these ids who are on the circles; nobody can be slipped in. */
    static List<Named> named(List<Relationship> circles, List<String> ids) {
        return circles.stream()
                .filter(one -> ids.contains(one.id().value().toString()))
                .map(one -> new Named(one.id(), one.name().words()))
                .toList();
    }

    static Optional<Named> named(List<Relationship> circles, String id) {
        return named(circles, List.of(id)).stream().findFirst();
    }

    /** The name the circles have today, else the one that was written down. */
    static Function<Named, String> called(Map<UUID, String> names) {
        return one -> names.getOrDefault(one.who().value(), one.name());
    }

    /** Those of the circles who can be turned to. */
    List<Choice> living(Viewer viewer, PersonId person) {
        return choices(circles(viewer, person).stream()
                .filter(one ->
                        one.standing().now() != Apart.DIED && one.standing().now() != Apart.NOT_YET_MET)
                .toList());
    }

    static List<Choice> choices(List<Relationship> circles) {
        return circles.stream()
                .map(one -> new Choice(text(one.id()), one.name().words()))
                .toList();
    }

    static String text(RelationshipId id) {
        return id.value().toString();
    }

    /** Refuses to go on from an older state of the course, and keeps what is done now. */
    void change(Viewer viewer, Course course, int seen, String back, Runnable act) {
        if (course.version() != seen) {
            throw conflict(course, back);
        }
        act.run();
        try {
            courses.visibleTo(viewer).save(course);
        } catch (CourseChanged changed) {
            throw conflict(course, back);
        }
    }

    /** One act on the course that is not over, once for a press of a button; leads back to its page. */
    String act(Viewer viewer, UUID person, UUID idem, int seen, String done, BiConsumer<Course, Signature> act) {
        courses.visibleTo(viewer).person(new PersonId(person));
        return "redirect:"
                + once.effect(idem, () -> {
                    Course course = open(viewer, person);
                    Signature signature = courses.visibleTo(viewer).signature();
                    change(viewer, course, seen, back(person), () -> act.accept(course, signature));
                    return back(person) + "?done=" + done;
                });
    }

    /** Nobody is reminded of a session that will not be; and whoever does not know yet is told. */
    void callOff(Viewer viewer, Course course, Signature signature, boolean tell) {
        diary.visibleTo(viewer).cancelFrom(course.person(), signature.at(), Side.THERAPIST, tell);
    }

    static String back(UUID person) {
        return "/desk/people/" + person + "/course";
    }

    private static Conflict conflict(Course course, String back) {
        return new Conflict(
                List.of(new Conflict.Difference(
                        "course.desk.conflict", "", course.sessionsHeld() + " / " + course.sessionsPlanned())),
                back);
    }
}
