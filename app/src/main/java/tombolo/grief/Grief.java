package tombolo.grief;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.Timeline;

/**
 * Mourning somebody who died (A.5, grief): the days around it, the tie with its good and its hard side, what was left unsaid,
 * and who else mourns; then keepsakes, what they did that somebody could do a little of, and the days that will be hard.
 * Nothing here is said to anybody who may not like it, and nothing is to be tried by a day.
 */
@Component
@Order(80)
class Grief implements Technique {

    @Override
    public String id() {
        return "grief";
    }

    @Override
    public String texts() {
        return "grief.work";
    }

    @Override
    public boolean isOnTheTimeline(Step step) {
        return step.id().equals("days");
    }

    /** The day they died, and what was told of it. */
    @Override
    public Answers remembered(Step step, Answers before, Timeline timeline, Optional<RelationshipId> about) {
        return timeline.events().stream()
                .filter(event -> event.kind() == LifeEvent.Kind.LOSS)
                .filter(event -> about.filter(event.words()::isAbout).isPresent())
                .reduce((earlier, later) -> later)
                .map(loss -> before.with("date", loss.when().typed())
                        .with("around", loss.words().more()))
                .orElse(before);
    }

    @Override
    public Learning learning() {
        return Learning.CHANGE;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("days", Words.line("date"), Words.some("around")),
                Step.of("between", Words.line("good"), Words.line("hard").perhaps()),
                Step.of("unsaid", Words.some("unsaid")),
                Step.of("others", Words.some("others")),
                Step.deeper("keepsakes", Words.some("keepsakes")),
                Step.deeper("did", Words.some("did"), Words.some("covered")),
                Step.deeper("anniversaries", Words.some("anniversaries"), Words.some("plan")));
    }
}
