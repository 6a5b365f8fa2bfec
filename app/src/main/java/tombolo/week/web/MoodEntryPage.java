package tombolo.week.web;

import java.util.List;
import java.util.Optional;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.week.MoodId;

/**
 * The form of an entry: a mood and what went with it, asked from either side.
 *
 * @param entry which, when it is there already
 */
public record MoodEntryPage(Where where, Optional<MoodId> entry, List<Choice> people, MoodForm form, Errors errors) {
    /** Where it is sent. */
    public String action() {
        return where.base() + "/moods" + entry.map(id -> "/" + id).orElse("");
    }

    /** What its draft is kept under. */
    public String draft() {
        return MoodController.draft(entry);
    }
}
