package tombolo.sessions;

import java.util.Locale;

/** What was done in an hour, in IPT's own names for it (T1–T20 of the techniques); those that are borrowed say so on the page. */
public enum Technique {
    INCIDENT,
    COMMUNICATION_ANALYSIS,
    DECISION_ANALYSIS,
    ROLE_PLAY,
    CLARIFICATION,
    ENCOURAGING_AFFECT,
    MOOD_AND_EVENTS,
    OPEN_EXPLORATION,
    THERAPEUTIC_RELATIONSHIP,
    EDUCATION_AND_ADVICE,
    CLOSENESS_CIRCLES,
    ATTACHMENT,
    SUPPORT_MAPPING,
    SICK_ROLE_REVIEW,
    TIMELINE,
    FORMULATION,
    ENDING,
    CONTACT_LADDER,
    EXPECTATION_CHECK,
    GRIEF_WORK;

    /** Text key of what it is called. */
    public String title() {
        return "sessions.desk.technique." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
