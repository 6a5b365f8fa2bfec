package tombolo.course;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The goals of a contract that have to do with somebody on the circles. */
@Component
@Order(40)
class GoalMentions implements MentionOf {
    private final Courses courses;
    private final CoursePart part;

    GoalMentions(Courses courses, CoursePart part) {
        this.courses = courses;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public String title() {
        return "course.mention.title";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        String page = viewer.person().isPresent() ? "/my/course" : "/desk/people/" + person + "/contract";
        return courses.visibleTo(viewer).of(person).flatMap(Course::contract).stream()
                .flatMap(contract -> contract.terms().goals().stream())
                .filter(goal ->
                        goal.with().filter(with -> with.who().equals(who)).isPresent())
                .map(goal -> new Mention(goal.text(), page))
                .toList();
    }
}
