package tombolo.course;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What would make this therapy wrong now, or not enough alone. Each leads, in plain words, to a stop or to another door;
 * a human decides and writes down what was decided.
 */
public enum Exclusion {
    BIPOLAR(IntakeTask.EPISODE, Lead.STOP),
    PSYCHOSIS(IntakeTask.EPISODE, Lead.STOP),
    SUBSTANCES(IntakeTask.EPISODE, Lead.ROUTE),
    MEDICAL_CAUSE(IntakeTask.EPISODE, Lead.ROUTE),
    SUICIDE_PLAN(IntakeTask.SUITABILITY, Lead.SAME_DAY),
    VERY_SEVERE(IntakeTask.SUITABILITY, Lead.ROUTE),
    COGNITION(IntakeTask.SUITABILITY, Lead.ROUTE),
    EATING(IntakeTask.SUITABILITY, Lead.ROUTE),
    /** The answer never appears on the person's pages, chart, letters or ordinary download. */
    ABUSE(IntakeTask.SUITABILITY, Lead.ROUTE),
    SAFEGUARDING(IntakeTask.SUITABILITY, Lead.SAME_DAY),
    AFTER_BIRTH(IntakeTask.SUITABILITY, Lead.SAME_DAY),
    RECENT_LOSS(IntakeTask.SUITABILITY, Lead.ROUTE),
    LONG_GRIEF(IntakeTask.SUITABILITY, Lead.ROUTE),
    LANGUAGE(IntakeTask.SUITABILITY, Lead.ROUTE),
    /** Follows from the person's details, and is not asked twice. */
    UNDER_18(IntakeTask.DETAILS, Lead.STOP);

    private final IntakeTask asked;
    private final Lead lead;

    Exclusion(IntakeTask asked, Lead lead) {
        this.asked = asked;
        this.lead = lead;
    }

    /** Where a yes leads. */
    public enum Lead {
        /** Somebody acts today. */
        SAME_DAY,
        /** Not this therapy; another kind of help. */
        STOP,
        /** Another service first, or beside it. */
        ROUTE
    }

    /** The task in which it is asked. */
    public IntakeTask asked() {
        return asked;
    }

    public Lead lead() {
        return lead;
    }

    /** As fields and texts have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Exclusion> askedIn(IntakeTask task) {
        return Arrays.stream(values()).filter(one -> one.asked == task).toList();
    }
}
