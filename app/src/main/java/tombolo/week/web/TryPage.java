package tombolo.week.web;

import java.time.ZoneId;
import tombolo.ui.Errors;
import tombolo.week.LastTime;

/**
 * One try, to say how it went in as many words as one likes.
 *
 * @param how what is chosen
 * @param words what is typed
 */
public record TryPage(Where where, TryLine line, String how, String words, ZoneId zone, Errors errors) {

    /** Whether the words tell of many times at once where one time tells more. */
    public boolean isManyTimes() {
        return LastTime.isWorthAsking(words);
    }
}
