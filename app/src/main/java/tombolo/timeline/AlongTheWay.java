package tombolo.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * What somebody has done along the way and what so has its day on the timeline, without being told there again. A module
 * offers it as a bean; it is shown as far as whoever looks may open that part of the record.
 */
public interface AlongTheWay {

    /** The part of the record it lies in, whose rule admits or refuses. */
    PartOfRecord part();

    /** All of it, in any order, in the words of the page. */
    List<Moment> of(PersonId person, Viewer viewer, Frame frame);

    /**
     * One day: what it was, in a line, and where it is read.
     *
     * @param yearly it comes round each year; the day is the next of them
     * @param told it happened in their life, at a time as they remember it; the day lies in its middle
     */
    record Moment(LocalDate day, String line, String href, boolean yearly, Optional<FuzzyDate> told) {
        public Moment(LocalDate day, String line, String href, boolean yearly) {
            this(day, line, href, yearly, Optional.empty());
        }

        /** Something that happened, and was told where it leads to. */
        public static Moment told(FuzzyDate when, String line, String href) {
            return new Moment(when.middle(), line, href, false, Optional.of(when));
        }

        /** As it is read. */
        public String when(Frame frame) {
            return told.map(it -> it.in(frame)).orElseGet(() -> frame.day(day));
        }
    }
}
