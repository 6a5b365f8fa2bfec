package tombolo.course.web;

import java.util.List;
import tombolo.course.Course;
import tombolo.course.Episode;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/** What may be put down for a while, who takes it over, and until when. There only on an episode. */
public record SickRolePage(
        Whose whose, Course course, Episode episode, List<Choice> people, SickRoleForm form, Errors errors) {}
