package tombolo.people;

import java.time.Instant;
import java.util.List;

/**
 * What comes next for somebody: a session, questions to answer. A module offers one as a bean, and it stands on the
 * person's own first page; what waits there is never a reproach.
 */
public interface ComesNext {

    /** What there is of it now, the soonest first. */
    Glance<List<Line>> glance();

    /**
     * One thing that comes next.
     *
     * @param text text key; its one argument is the moment
     * @param at the moment that matters
     * @param href where it is looked at or done
     */
    record Line(String text, Instant at, String href) {

        /** One for each of some moments. */
        public static Glance<List<Line>> at(Glance<List<Instant>> moments, String text, String href) {
            return moments.map(
                    all -> all.stream().map(at -> new Line(text, at, href)).toList());
        }
    }
}
