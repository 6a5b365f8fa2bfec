package tombolo.course.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.people.Consent;
import tombolo.people.Purpose;

/**
 * What somebody has agreed to, one by one, as their therapist puts it down with them.
 *
 * @param underWay whether there is a course whose start this belongs to
 */
public record ConsentsAtDeskPage(Whose whose, boolean underWay, List<Line> lines, ZoneId zone) {

    /** One purpose, and what was said of it last. */
    public record Line(Purpose purpose, Optional<Consent> last) {
        public boolean stands() {
            return last.filter(Consent::stands).isPresent();
        }

        /** Whether the words have changed since, so that they are read out again. */
        public boolean reworded() {
            return last.filter(Consent::isToOtherWords).isPresent();
        }
    }
}
