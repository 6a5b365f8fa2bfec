package tombolo.week.web;

import java.time.ZoneId;
import java.util.List;
import tombolo.people.ComesNext;
import tombolo.people.PartOfRecord;
import tombolo.week.MoodLine;
import tombolo.week.MoodPicture;

/**
 * A week: what was to be tried, the mood of the last weeks, and where everything else is.
 *
 * @param greeting how the person is met
 * @param open what waits to be tried or told of, the newest first
 * @param told what has been told of lately
 * @param moods what the picture shows, as lines, the newest first
 * @param earlier whether there is more than the page shows
 * @param next what comes next, the soonest first
 * @param parts the other pages of the record the person has
 */
public record WeekPage(
        Where where,
        Greeting greeting,
        List<TryLine> open,
        List<TryLine> told,
        MoodPicture picture,
        List<MoodLine> moods,
        boolean earlier,
        List<ComesNext.Line> next,
        List<PartOfRecord> parts,
        ZoneId zone) {

    /** How somebody is met at their own door. */
    public enum Greeting {
        /** Nothing is written yet. */
        FIRST,
        /** They were here lately. */
        LATELY,
        /** They have been away for some weeks: they are welcome, and nothing is counted. */
        AWAY
    }
}
