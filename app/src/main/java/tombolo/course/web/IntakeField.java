package tombolo.course.web;

import java.util.List;
import java.util.stream.Stream;
import tombolo.course.Exclusion;
import tombolo.course.Intake;
import tombolo.course.IntakeTask;

/**
 * One question of a task at the start.
 *
 * @param options the values to choose among; empty where something is typed
 * @param needed whether the task is not complete without it
 */
public record IntakeField(String name, Kind kind, List<String> options, boolean needed) {

    /** How it is answered. */
    public enum Kind {
        LINE,
        TEXT,
        PHONE,
        DAY,
        CHOICE,
        TICKS,
        /** Somebody from the circles, or nobody there. */
        CIRCLES
    }

    private static final List<String> YES_NO = List.of("YES", "NO");
    private static final List<String> DECISIONS =
            Stream.of(Intake.Decision.values()).map(Enum::name).toList();
    private static final List<String> ANSWERS = List.of("NO", Intake.YES, Intake.UNSURE);

    int longest() {
        return kind == Kind.TEXT ? 4000 : 200;
    }

    static List<IntakeField> of(IntakeTask task) {
        return switch (task) {
            case DETAILS ->
                List.of(
                        choice("adult", YES_NO, true),
                        line("pronouns"),
                        line("gp-name"),
                        line("gp-practice"),
                        phone("gp-phone"),
                        new IntakeField("contact-who", Kind.CIRCLES, List.of(), false),
                        line("contact-name"),
                        phone("contact-phone"),
                        text("contact-when"),
                        text("words"));
            case HISTORY -> List.of(text("well"), text("onset"), text("before"), text("help"), text("health"));
            case MEDICATION -> List.of(text("now"), text("earlier"), choice("talked", YES_NO, false));
            case SYMPTOMS -> List.of(choice("gone-through", YES_NO, true), text("words"));
            case EPISODE ->
                Stream.concat(
                                Stream.of(
                                        choice("found", List.of("EPISODE", "OTHER", "NONE"), true),
                                        new IntakeField("clinician", Kind.LINE, List.of(), true),
                                        new IntakeField("recorded", Kind.DAY, List.of(), true)),
                                Stream.concat(exclusions(task), Stream.of(text("words"))))
                        .toList();
            case SUITABILITY ->
                Stream.concat(exclusions(task), Stream.of(choice("decision", DECISIONS, true), text("words")))
                        .toList();
            case NAMING ->
                List.of(
                        new IntakeField(
                                "named", Kind.TICKS, List.of("ILLNESS", "COMMON", "TREATABLE", "MEDICINE"), true),
                        text("words"));
        };
    }

    private static Stream<IntakeField> exclusions(IntakeTask task) {
        return Stream.of(Exclusion.values())
                .filter(one -> one.asked() == task)
                .map(one -> choice(one.key(), ANSWERS, true));
    }

    private static IntakeField choice(String name, List<String> options, boolean needed) {
        return new IntakeField(name, Kind.CHOICE, options, needed);
    }

    private static IntakeField line(String name) {
        return new IntakeField(name, Kind.LINE, List.of(), false);
    }

    private static IntakeField text(String name) {
        return new IntakeField(name, Kind.TEXT, List.of(), false);
    }

    private static IntakeField phone(String name) {
        return new IntakeField(name, Kind.PHONE, List.of(), false);
    }
}
