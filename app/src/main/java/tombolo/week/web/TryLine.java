package tombolo.week.web;

import tombolo.week.Try;

/** A try on a page, and what whoever it is with is called; empty for nobody in particular. */
public record TryLine(Try tried, String with) {
    /** Text key of how it went. */
    public String how() {
        return tried.outcome().map(outcome -> "week.how." + outcome.how()).orElse("week.how.open");
    }

    /** The same for staff. */
    public String howForStaff() {
        return tried.outcome().map(outcome -> "week.desk.how." + outcome.how()).orElse("week.desk.how.open");
    }

    /** What is chosen already. */
    public String chosen() {
        return tried.outcome().map(outcome -> outcome.how().name()).orElse("");
    }
}
