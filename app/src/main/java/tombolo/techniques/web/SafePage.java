package tombolo.techniques.web;

import java.util.List;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * The question that stands before work on saying something to somebody, or the other way once it was answered.
 *
 * @param piece where the piece of work is
 * @param closed whether the other way is shown
 * @param again whether answering once more can change something
 */
public record SafePage(
        Place place,
        String piece,
        String action,
        String about,
        boolean closed,
        boolean again,
        List<Choice> answers,
        Errors errors) {}
