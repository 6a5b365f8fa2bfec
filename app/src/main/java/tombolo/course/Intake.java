package tombolo.course;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a person at the start of a course. What lasts is taken over from an earlier one, and not asked again. */
public final class Intake {
    /** The answer to an exclusion that speaks for another kind of help. */
    public static final String YES = "YES";

    /** The answer of whoever cannot tell yet: it leads as a yes does, until somebody knows. */
    public static final String UNSURE = "UNSURE";

    private final CourseId course;
    private final Map<IntakeTask, IntakeEntry> newest;

    Intake(CourseId course, Map<IntakeTask, IntakeEntry> newest) {
        this.course = course;
        this.newest = Map.copyOf(newest);
    }

    /** What stands of a task; what belongs to an illness long ago does not. */
    public Optional<IntakeEntry> of(IntakeTask task) {
        return Optional.ofNullable(newest.get(task))
                .filter(entry -> task.lasts() || entry.course().equals(course));
    }

    /** The version of the newest entry whoever wrote it, 0 for none: a form says which it began with. */
    public int version(IntakeTask task) {
        IntakeEntry entry = newest.get(task);
        return entry == null ? 0 : entry.version();
    }

    public boolean isFinished(IntakeTask task) {
        return of(task).filter(IntakeEntry::finished).isPresent();
    }

    /** Naming it is there only on an episode. */
    public boolean isOpen(IntakeTask task) {
        return !task.needsEpisode() || episode().isPresent();
    }

    /** The episode a clinician has recorded, in this course. */
    public Optional<Episode> episode() {
        return of(IntakeTask.EPISODE)
                .filter(entry -> entry.finished() && entry.value("found").equals("EPISODE"))
                .map(entry -> new Episode(
                        entry.value("clinician"), LocalDate.parse(entry.value("recorded")), entry.value("words")));
    }

    /**
     * What leads elsewhere.
     *
     * @param sure false where nobody can tell yet
     */
    public record Finding(Exclusion exclusion, boolean sure) {}

    /** Only a plain no leads nowhere. */
    public static boolean leads(String answer) {
        return answer.equals(YES) || answer.equals(UNSURE);
    }

    /** What speaks for another kind of help, or may do so, in the order it is asked. */
    public List<Finding> leads() {
        return Arrays.stream(Exclusion.values())
                .filter(one -> leads(answer(one)))
                .map(one -> new Finding(one, answer(one).equals(YES)))
                .toList();
    }

    /** What was answered to an exclusion; empty where nothing was. That somebody is not grown up is a yes to being younger. */
    String answer(Exclusion exclusion) {
        Optional<IntakeEntry> entry = of(exclusion.asked());
        return exclusion == Exclusion.UNDER_18
                ? entry.filter(it -> it.value("adult").equals("NO"))
                        .map(it -> YES)
                        .orElse("")
                : entry.map(it -> it.value(exclusion.key())).orElse("");
    }

    /** What a human decides when it was asked whether this therapy fits. */
    public enum Decision {
        GO_ON,
        /** With another service beside it. */
        GO_ON_WITH,
        /** Not this therapy now, but other help. */
        NOT_NOW
    }

    /** What was decided in this course; empty as long as nobody has. */
    public Optional<Decision> decision() {
        return of(IntakeTask.SUITABILITY)
                .map(entry -> entry.value("decision"))
                .filter(decided -> !decided.isEmpty())
                .map(Decision::valueOf);
    }

    /** Whether it was asked if they are grown up: nobody agrees on a course before. */
    public boolean isAgeAsked() {
        return of(IntakeTask.DETAILS)
                .filter(entry -> !entry.value("adult").isEmpty())
                .isPresent();
    }
}
