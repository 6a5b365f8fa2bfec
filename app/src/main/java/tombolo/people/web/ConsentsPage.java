package tombolo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.people.Purpose;

/** What somebody has agreed to, one by one, each to be taken back or given. */
public record ConsentsPage(List<Line> lines, ZoneId zone) {

    /**
     * One thing to agree to, how it stands, and since when.
     *
     * @param by who put it down for them; empty where it was their own hand
     * @param reworded whether the wording has changed since it was agreed to
     */
    public record Line(Purpose purpose, boolean stands, Optional<Instant> since, String by, boolean reworded) {}
}
