package tombolo.instruments;

/** What came of scoring a set of answers: a score, or the answers that are missing for one. */
public sealed interface Scored permits Score, Unscorable {

    /** How many of the scored items were answered. */
    int answered();

    /** What was answered to the risk question; known whether or not there is a score. */
    RiskAnswer risk();
}
