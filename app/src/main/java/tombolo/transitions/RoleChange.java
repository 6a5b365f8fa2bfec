package tombolo.transitions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.timeline.RoleBar;
import tombolo.timeline.Timeline;

/**
 * A life with a before and an after (A.5, role transition): what is mourned of the old role, what is hard and what is possible
 * in the new one, and one way to mark the change. Both roles are asked for their good and their hard side, so that the old one
 * is not only bright and the new one not only dark.
 */
@Component
@Order(60)
class RoleChange implements Technique {

    /** Where people begin; each has a hint that says what to think of, and nothing else is different. */
    private static final List<String> CHANGES =
            List.of("baby", "parting", "work-end", "bereavement", "illness", "move", "other");

    @Override
    public String id() {
        return "role-change";
    }

    @Override
    public String texts() {
        return "transitions";
    }

    @Override
    public Optional<String> startingPoint() {
        return Optional.of("change");
    }

    @Override
    public boolean isOnTheTimeline(Step step) {
        return step.id().equals("roles");
    }

    /** The role that ended last, and the one that began last and is still there. */
    @Override
    public Answers remembered(Step step, Answers before, Timeline timeline, Optional<RelationshipId> about) {
        String was = timeline.roles().stream()
                .filter(role -> role.until().isPresent())
                .max(Comparator.comparing(role -> role.until().orElseThrow()))
                .map(role -> role.words().what())
                .orElse("");
        String now = timeline.roles().stream()
                .filter(role -> role.until().isEmpty())
                .max(Comparator.comparing(RoleBar::when))
                .map(role -> role.words().what())
                .orElse("");
        return before.with("was", was).with("now", now);
    }

    @Override
    public Learning learning() {
        return Learning.CHANGE;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("change", new One("change", true, CHANGES)),
                Step.of("roles", Words.line("was"), Words.line("now")),
                Step.of("lost", Words.line("lost")),
                Step.of("hard", Words.line("hard")),
                Step.of("possible", Words.line("possible")),
                Step.of("mark", Words.line("mark"), Words.line("day")),
                Step.deeper(
                        "sides",
                        Words.some("old-good"),
                        Words.some("old-hard"),
                        Words.some("new-hard"),
                        Words.some("new-good")),
                Step.deeper("mourn", Words.some("mourned"), Words.some("kept")),
                Step.deeper("skills", Words.some("skills-have"), Words.some("skills-need")),
                Step.deeper(
                        "supports",
                        Words.some("supports-lost"),
                        Words.some("supports-kept"),
                        Words.some("supports-new")),
                Step.deeper("kind", Words.some("self-talk"), Words.some("kind-word")),
                Step.deeper("ritual", Words.some("ritual")));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("mark", "day", Optional.empty()));
    }
}
