package tombolo.grief;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.Description;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.NewLoss;
import tombolo.techniques.Offered;
import tombolo.techniques.Onset;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Some;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Yearly;
import tombolo.timeline.DaysNamed;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.Timeline;
import tombolo.ui.Errors;

/**
 * Mourning somebody who died (A.5, grief): the days around it, the tie with its good and its hard side, what was left unsaid,
 * and who else mourns; then what it did to the person and when that began, the tie as a whole, the farewell, all that is felt,
 * keepsakes, what they did that somebody could do a little of, the days that will be hard, and a way of one's own to remember.
 * Nothing here is said to anybody who may not like it, and nothing is to be tried by a day.
 */
@Component
@Order(80)
class Grief implements Technique {

    private static final List<String> FEELINGS =
            List.of("sad", "cross", "guilt", "relief", "numb", "fear", "lonely", "thankful");

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
        return step.id().equals("days") || step.id().equals("since");
    }

    /** How it was between them stands on the circles too, and begins with that; what is mourned here stays here. */
    @Override
    public boolean isOfTheTie(Step step) {
        return step.id().equals("between");
    }

    @Override
    public Answers known(Step step, Answers before, Description tie) {
        return step.isSaid(before)
                ? before
                : before.with("good", tie.words().good())
                        .with("hard", tie.words().hard());
    }

    /** The day they died, and what was told of it; or when it began, seen from that day. */
    @Override
    public Answers remembered(Step step, Answers before, Timeline timeline, Optional<RelationshipId> about) {
        Optional<LifeEvent> loss = timeline.events().stream()
                .filter(event -> event.kind() == LifeEvent.Kind.LOSS)
                .filter(event -> about.filter(event.words()::isAbout).isPresent())
                .reduce((earlier, later) -> later);
        return step.id().equals("since")
                ? loss.flatMap(died -> timeline.onset().flatMap(onset -> Onset.seenFrom(died.when(), onset.when())))
                        .map(onset -> before.with("onset", onset.key()))
                        .orElse(before)
                : loss.map(died -> before.with(NewLoss.DAY, died.when().typed())
                                .with("around", died.words().more()))
                        .orElse(before);
    }

    @Override
    public Optional<String> minded(Answers answers, LocalDate today) {
        return switch (NewLoss.told(answers.one(NewLoss.DAY), today)) {
            case OF_LATE -> Optional.of("grief.work.new");
            case UNREAD -> Optional.of("grief.work.unread");
            case UNTOLD, LONGER_AGO -> Optional.empty();
        };
    }

    /** The day they died, told with their name. */
    @Override
    public Optional<Happened> happened() {
        return Optional.of(new Happened(Whom.WHO, NewLoss.DAY));
    }

    /** A day of their own to remember, and all those that will be hard. */
    @Override
    public List<Yearly> yearly() {
        return List.of(new Yearly("yearly", Optional.of("ritual")), new Yearly("anniversaries", Optional.empty()));
    }

    /** A day to remember can be read as one; of what will be hard not all has a day. */
    @Override
    public Errors check(Step step, Answers answers) {
        Errors errors = Errors.none();
        String day = answers.one("yearly");
        if (!day.isEmpty() && DaysNamed.in(day).days().isEmpty()) {
            errors.add("yearly", "grief.work.wrong.yearly");
        }
        return errors;
    }

    /** What was left unsaid can be said in a letter. */
    @Override
    public List<String> onward(Answers answers) {
        return answers.has("unsaid") ? List.of("grief-letter") : List.of();
    }

    @Override
    public boolean isAboutTheDead() {
        return true;
    }

    @Override
    public Learning learning() {
        return Learning.CHANGE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork("grief");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("days", Words.line(NewLoss.DAY), Words.some("around")),
                Step.of(
                        "between",
                        Words.line("good").perhaps(),
                        Words.line("hard").perhaps()),
                Step.of("unsaid", Words.some("unsaid")),
                Step.of("others", Words.some("others")),
                Step.deeper("since", new One("onset", false, Onset.keys()), Words.some("changed")),
                Step.deeper("whole", Words.some("early"), Words.some("late"), Words.some("wished")),
                Step.deeper("farewell", Words.some("farewell"), Words.some("missing")),
                Step.deeper("felt", new Some("felt", FEELINGS), Words.some("felt-more")),
                Step.deeper("keepsakes", Words.some("keepsakes")),
                Step.deeper("did", Words.some("did"), Words.some("covered")),
                Step.deeper("anniversaries", Words.some("anniversaries"), Words.some("plan")),
                Step.deeper(
                        "remember",
                        Words.line("ritual").perhaps(),
                        Words.line("yearly").perhaps()));
    }
}
