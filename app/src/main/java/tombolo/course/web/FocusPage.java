package tombolo.course.web;

import java.util.List;
import java.util.Optional;
import tombolo.course.Course;
import tombolo.course.Focus;
import tombolo.course.ProblemArea;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * Choosing what the work is about.
 *
 * @param areas those the variant works on, each with its rule sheet
 * @param now what holds now
 * @param people everyone on the circles
 * @param chosen main area, second area or empty, and the people ticked
 */
public record FocusPage(
        Whose whose,
        Course course,
        List<ProblemArea> areas,
        Optional<Focus> now,
        List<Choice> people,
        String main,
        String second,
        List<String> ticked,
        String evidence,
        boolean closedToAsserting,
        Errors errors) {}
