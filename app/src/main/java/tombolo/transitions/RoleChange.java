package tombolo.transitions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.NewLoss;
import tombolo.techniques.Offered;
import tombolo.techniques.Onset;
import tombolo.techniques.Picture;
import tombolo.techniques.Picture.BeforeAndNow;
import tombolo.techniques.Picture.Role;
import tombolo.techniques.Question;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.RoleBar;
import tombolo.timeline.SpokenDate;
import tombolo.timeline.Timeline;

/**
 * A life with a before and an after (A.5, role transition): what is mourned of the old role, what is hard and what is possible
 * in the new one, and one way to mark the change. Both roles are asked for their good and their hard side, so that the old one
 * is not only bright and the new one not only dark.
 */
@Component
@Order(60)
class RoleChange implements Technique {

    private static final String CHANGE = "change";

    /** The step with what only one starting point asks. */
    private static final String OWN = "own";

    /** Where somebody begins who mourns a death. */
    private static final String BEREAVEMENT = "bereavement";

    /** The step with what has become possible. */
    private static final String POSSIBLE = "possible";

    /** The step with when it was. */
    private static final String CAME = "came";

    /** The step with since when they have felt as they do. */
    private static final String SINCE = "since";

    /** What is kept tells the day that is meant, whenever it is read. */
    private static final LocalDate ANY_DAY = LocalDate.of(2999, 12, 31);

    private static final List<String> CHOSEN = List.of("mine", "not-mine", "both");

    /** The questions about both sides of both roles. */
    private static final List<String> SIDES = List.of("old-good", "old-hard", "new-hard", "new-good");

    /** The others of which the table is made, with what it is headed by. */
    private static final List<String> IN_SHORT = List.of("was", "now", "lost", "hard", "possible", "date", "chosen");

    /** Where people begin; each puts some questions in its own way, and adds its own. */
    private final StartingPoints points;

    RoleChange(StartingPoints points) {
        this.points = points;
    }

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
        return Optional.of(CHANGE);
    }

    @Override
    public boolean isOnTheTimeline(Step step) {
        return List.of("roles", CAME, SINCE).contains(step.id());
    }

    @Override
    public Answers remembered(Step step, Answers before, Timeline timeline, Optional<RelationshipId> about) {
        return switch (step.id()) {
            case CAME -> came(before, timeline);
            case SINCE -> since(before, timeline);
            default -> roles(before, timeline);
        };
    }

    /** Since when they have felt as they do, seen from the day it changed: as that was said, or as the timeline knows it. */
    private Answers since(Answers before, Timeline timeline) {
        Answers known = before.has("date") ? before : came(before, timeline);
        return timeline.onset()
                .flatMap(onset -> SpokenDate.heard(known.one("date"), ANY_DAY)
                        .date()
                        .flatMap(changed -> Onset.seenFrom(changed, onset.when())))
                .map(onset -> before.with("onset", onset.key()))
                .orElse(before);
    }

    /**
     * When it was, by where they began: when the role ended that somebody had before, or that they have now began; where that
     * does not stand on the timeline, the latest thing that happened which is such a change, and what was told of it.
     */
    private Answers came(Answers before, Timeline timeline) {
        return points.find(before.one(CHANGE))
                .flatMap(point -> turned(point, before, timeline)
                        .map(when -> before.with("date", when.typed()))
                        .or(() -> timeline.events().stream()
                                .filter(event -> points.fits(point, event))
                                .reduce((earlier, later) -> later)
                                .map(event -> before.with("date", event.when().typed())
                                        .with("came", told(event.words())))))
                .orElse(before);
    }

    private static Optional<FuzzyDate> turned(StartingPoint point, Answers before, Timeline timeline) {
        return point.turns().stream()
                .flatMap(turn -> switch (turn) {
                    case ENDED -> called(timeline, before.one("was")).flatMap(RoleBar::until).stream();
                    case BEGAN -> called(timeline, before.one("now")).map(RoleBar::when).stream();
                })
                .findFirst();
    }

    private static Optional<RoleBar> called(Timeline timeline, String what) {
        return timeline.roles().stream()
                .filter(role -> role.words().what().equalsIgnoreCase(what))
                .reduce((earlier, later) -> later);
    }

    private static String told(tombolo.timeline.Words words) {
        return words.more().isEmpty() ? words.what() : words.what() + "\n" + words.more();
    }

    /** The role that ended last, and the one that began last and is still there. */
    private static Answers roles(Answers before, Timeline timeline) {
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
    public String aboutWhat(Answers answers) {
        return answers.one("now");
    }

    @Override
    public Optional<Happened> happened() {
        return Optional.of(new Happened("now", "date"));
    }

    @Override
    public Learning learning() {
        return Learning.CHANGE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork("transition");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of(
                        CHANGE,
                        new One(
                                CHANGE,
                                true,
                                points.all().stream().map(StartingPoint::id).toList())),
                Step.of("roles", Words.line("was"), Words.line("now")),
                Step.of("lost", Words.line("lost")),
                Step.of("hard", Words.line("hard")),
                Step.of(POSSIBLE, Words.line("possible")),
                Step.of("mark", Words.line("mark"), Words.line("day")),
                Step.deeper(OWN, points.asks().stream().map(Words::some).toArray(Question[]::new)),
                Step.deeper(CAME, Words.line("date").perhaps(), new One("chosen", false, CHOSEN), Words.some("came")),
                Step.deeper(SINCE, new One("onset", false, Onset.keys()), Words.some("different")),
                Step.deeper("sides", SIDES.stream().map(Words::some).toArray(Question[]::new)),
                Step.deeper("mourn", Words.some("mourned"), Words.some("kept")),
                Step.deeper("skills", Words.some("skills-have"), Words.some("skills-need")),
                Step.deeper(
                        "supports",
                        new Whom(false, false),
                        Words.some("supports-lost"),
                        Words.some("supports-kept"),
                        Words.some("supports-new")),
                Step.deeper("kind", Words.some("self-talk"), Words.some("kind-word")),
                Step.deeper("ritual", Words.some("ritual")));
    }

    /**
     * Some grief is better walked with somebody; of a death that is said until it is known to be longer ago (D.5). What cannot
     * be read as a time is said to be none.
     */
    @Override
    public Optional<String> minded(Answers answers, LocalDate today) {
        NewLoss told = NewLoss.told(answers.one("date"), today);
        boolean died = mourns(answers);
        return switch (told) {
            case UNREAD -> Optional.of(died ? "transitions.loss.unread" : "transitions.unread");
            case OF_LATE -> died ? Optional.of("transitions.new") : Optional.empty();
            case UNTOLD -> died ? Optional.of("transitions.loss") : Optional.empty();
            case LONGER_AGO -> Optional.empty();
        };
    }

    /** The one who died is remembered there; here it is about what changed with it. */
    @Override
    public List<String> onward(Answers answers) {
        return mourns(answers) ? List.of("grief") : List.of();
    }

    /** Of a death, first when it was, and last of all what it may have made room for. */
    @Override
    public List<String> first(Answers answers) {
        return mourns(answers)
                ? Stream.concat(
                                Stream.of(CAME),
                                steps().stream().filter(step -> !step.least()).map(Step::id))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static boolean mourns(Answers answers) {
        return answers.one(CHANGE).equals(BEREAVEMENT);
    }

    /** Of what is asked by where somebody began, only that; and nobody who mourns has to find something good in it. */
    @Override
    public Optional<Step> left(Step step, Answers answers, boolean mayAssert) {
        if (step.id().equals(POSSIBLE) && mourns(answers)) {
            return Optional.of(Step.deeper(POSSIBLE, Words.line("possible").perhaps()));
        }
        if (!step.id().equals(OWN)) {
            return Optional.of(step);
        }
        List<String> asks =
                points.find(answers.one(CHANGE)).map(StartingPoint::asks).orElse(List.of());
        return asks.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.deeper(OWN, asks.stream().map(Words::some).toArray(Question[]::new)));
    }

    /** Both sides of both roles, also where only a line was said of each. */
    @Override
    public Optional<Picture> picture(Answers answers) {
        Role before = new Role(answers.one("was"), said(answers, "lost", "old-good"), said(answers, "old-hard"));
        Role now =
                new Role(answers.one("now"), said(answers, "possible", "new-good"), said(answers, "hard", "new-hard"));
        String chosen = answers.has("chosen") ? "transitions.chosen." + answers.one("chosen") : "";
        return before.isSaid() || now.isSaid()
                ? Optional.of(new BeforeAndNow(answers.one("date"), chosen, before, now, SIDES, IN_SHORT))
                : Optional.empty();
    }

    private static List<String> said(Answers answers, String... fields) {
        return Stream.of(fields).filter(answers::has).map(answers::one).toList();
    }

    /** What marks the change is the person's own to do, whoever holds them meanwhile. */
    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("mark", "day", Optional.empty(), false));
    }
}
