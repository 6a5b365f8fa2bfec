package tombolo.instruments;

/**
 * What was answered to a questionnaire's one question about ending one's life or hurting oneself.
 *
 * <p>There are no degrees here on purpose: any answer above "not at all" brings a person, and no value of it does more
 * or less. An unanswered question is never taken for "not at all".
 */
public enum RiskAnswer {
    /** The questionnaire has no such question. */
    NOT_ASKED,
    /** It was asked and left blank. */
    UNANSWERED,
    /** It was answered with "not at all". */
    NOT_AT_ALL,
    /** It was answered with anything above "not at all". */
    ABOVE_NOT_AT_ALL
}
