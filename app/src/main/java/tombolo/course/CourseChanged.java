package tombolo.course;

/** Somebody else changed the course meanwhile; nothing was kept. */
public final class CourseChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CourseChanged() {
        super("The course was changed meanwhile", null, false, false);
    }
}
