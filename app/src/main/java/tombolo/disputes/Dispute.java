package tombolo.disputes;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.Description;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.Timeline;

/**
 * Two people who expect different things of each other (A.5, role dispute): the issue, both sides of it, the stage it is at, and
 * one next thing. No outcome is better than another. Whatever is said or done towards the other person waits for the question
 * whether that is safe; what is mourned and arranged when it is over does not.
 */
@Component
@Order(25)
class Dispute implements Technique {

    /** Renegotiation, impasse and dissolution, in the words people have for them. */
    private static final List<String> STAGES = List.of("talking", "stuck", "over");

    @Override
    public String id() {
        return "dispute";
    }

    @Override
    public String texts() {
        return "disputes";
    }

    @Override
    public boolean isOnTheTimeline(Step step) {
        return step.id().equals("issue");
    }

    /** How it stands changes from week to week, and which way it went is worth seeing. */
    @Override
    public Optional<String> changing() {
        return Optional.of("stage");
    }

    /** What comes next is another thing while the two talk, while they are stuck, and when it is over. */
    @Override
    public Optional<String> startingPoint() {
        return changing();
    }

    @Override
    public List<String> first(Answers answers) {
        return switch (answers.one("stage")) {
            case "talking" -> List.of("words", "meet", "ways");
            case "stuck" -> List.of("keeps", "last", "ways");
            case "over" -> List.of("over", "elsewhere", "outcome");
            default -> List.of();
        };
    }

    /** What is over is a change, with something lost and something to begin; till then the last quarrel is a talk to look at. */
    @Override
    public List<String> onward(Answers answers) {
        if (answers.one("stage").equals("over")) {
            return List.of("role-change");
        }
        return answers.has("last") ? List.of("communication") : List.of();
    }

    /** What each of the two hopes for stands on the circles, perhaps, and is where both sides of this one issue begin. */
    @Override
    public boolean beginsWithTheTie(Step step) {
        return step.id().equals("wishes");
    }

    @Override
    public Answers known(Step step, Answers before, Description tie) {
        return before.with("mine", tie.words().mine())
                .with("theirs", tie.words().theirs());
    }

    /** What was tried, and what came of it. */
    @Override
    public Optional<Tested> tested() {
        return Optional.of(new Tested("next", "outcome", true));
    }

    @Override
    public List<String> oneTime() {
        return List.of("last");
    }

    /** The latest quarrel with them. */
    @Override
    public Answers remembered(Step step, Answers before, Timeline timeline, Optional<RelationshipId> about) {
        return timeline.events().stream()
                .filter(event -> event.kind() == LifeEvent.Kind.DISPUTE)
                .filter(event -> about.filter(event.words()::isAbout).isPresent())
                .reduce((earlier, later) -> later)
                .map(quarrel -> before.with("issue", quarrel.words().what()))
                .orElse(before);
    }

    @Override
    public Learning learning() {
        return Learning.TALKING;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork("dispute");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("issue", Words.line("issue")),
                Step.of("wishes", Words.line("mine"), Words.line("theirs")),
                Step.of("stage", new One("stage", true, STAGES)),
                Step.of("next", Words.line("next"), Words.line("day")).asserts(),
                Step.deeper("last", Words.some("last")),
                Step.deeper(
                                "words",
                                Words.aloud("line").perhaps(),
                                Words.some(Rehearsed.THEY_SAY),
                                Words.some(Rehearsed.I_ANSWER))
                        .asserts(),
                Step.deeper("meet", Words.some("meet")).asserts(),
                Step.deeper("ways", Words.some("ways")).asserts(),
                Step.deeper("elsewhere", Words.some("elsewhere")),
                Step.deeper("keeps", Words.some("keeps")).asserts(),
                Step.deeper("outcome", Words.some("outcome")),
                Step.deeper("over", Words.some("mourned"), Words.some("arrange")));
    }

    /** Once it is over, what comes next is the person's own, and not with the other. */
    @Override
    public boolean isTriedWithThem(Answers answers) {
        return !answers.one("stage").equals("over");
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("next", "day", Optional.empty()));
    }
}
