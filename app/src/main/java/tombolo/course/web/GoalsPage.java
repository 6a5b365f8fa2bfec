package tombolo.course.web;

import java.util.Map;
import java.util.UUID;
import tombolo.course.Course;
import tombolo.ui.Errors;

/**
 * Where both mark how near each goal is.
 *
 * @param typed what was typed and could not be taken, by field
 */
public record GoalsPage(Whose whose, Course course, Map<String, String> typed, Errors errors) {

    public String field(UUID goal) {
        return "near-" + goal;
    }

    public String value(UUID goal) {
        return typed.getOrDefault(field(goal), "");
    }
}
