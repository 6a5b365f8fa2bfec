package tombolo.techniques.web;

import java.util.List;
import java.util.Optional;
import tombolo.inventory.CirclesNow;
import tombolo.techniques.Beside;
import tombolo.techniques.Shapes;
import tombolo.ui.Errors;
import tombolo.week.MoodPicture;

/**
 * One step of a piece of work.
 *
 * @param how text key prefix of the technique
 * @param texts text key of its heading, and what the keys of its examples begin with
 * @param action where it is sent to
 * @param back where one goes without it
 * @param draft under which name what is typed is kept meanwhile
 * @param about what whoever it is about is called; empty for nobody yet, and for oneself
 * @param at which step of the path this is, from 1; 0 for one beside it
 * @param of how many there are
 * @param opening whether the piece begins with it: when the technique is worth a try and whose it is then stands above it
 * @param nearby whether places nearby are shown as well, for somebody with few people
 * @param fuller the address of a step in which the same can be told at length first, while this one is still to be taken
 * @param manyTimes the address of a step, this one or the one before, that tells of many times where it asks for one
 * @param minded text key of what is to be minded because of what was said
 * @param seen the version this was opened from
 * @param beside lines of the person's own, with what may be heard in them
 * @param inView what they said that the step is taken with in view, such as what they expected of what was tried
 * @param told what they told in a piece of another kind that is gone on with here
 * @param there the place it is at, where the step asks when
 * @param shapes in which something could be said, where a question asks for that
 * @param moods the mood of the last weeks, where the step looks at it
 * @param circles as they are now, where the step looks at them
 * @param note what is said of what stands in it
 */
public record StepPage(
        Place place,
        String how,
        String texts,
        String action,
        String back,
        String draft,
        String about,
        int at,
        int of,
        boolean opening,
        boolean nearby,
        Optional<String> fuller,
        Optional<String> manyTimes,
        Optional<String> minded,
        int seen,
        List<Asked> asked,
        List<Beside> beside,
        Optional<Asked> inView,
        Optional<Asked> told,
        Optional<AtPlace> there,
        Shapes shapes,
        Optional<MoodPicture> moods,
        Optional<CirclesNow> circles,
        Note note,
        Errors errors) {

    /** Whose invented lives the examples are from, in the words of their text keys. */
    public static final List<String> LIVES = List.of("older", "parent", "student", "alone");

    /** What there is to say of what stands in the fields of a step. */
    public enum Note {
        NONE,
        /** The line was looked at and not kept yet. */
        LOOKED,
        /** It was said elsewhere before, on the circles or the timeline. */
        REMEMBERED
    }

    /** Whether somebody writes here, beside choosing. */
    public boolean asksForWords() {
        return asked.stream().anyMatch(Asked::isWritten);
    }

    public boolean isLooking() {
        return note == Note.LOOKED;
    }

    public boolean isRemembered() {
        return note == Note.REMEMBERED;
    }
}
