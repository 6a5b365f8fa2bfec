/** Questionnaires as data, and the arithmetic of scores, change, outcomes and networks; no Spring, no database. */
module tombolo.instruments {
    requires static org.jspecify;
    requires tools.jackson.core;
    requires de.siegmar.fastcsv;
    requires java.xml;

    exports tombolo.instruments;
}
