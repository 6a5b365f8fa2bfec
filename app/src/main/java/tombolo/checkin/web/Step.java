package tombolo.checkin.web;

import java.util.List;
import tombolo.ui.Choice;

/**
 * One question in view: where it stands, what it asks, and what may be answered.
 *
 * @param id its place in the document, which says nothing of what it asks
 * @param before the place to go back to
 * @param after the place to go on to; empty for the last
 * @param along how far along it is, in hundredths
 * @param name the form field
 * @param many whether several answers may be marked
 * @param stem what is said before the question, may be empty
 * @param words the language of the question where it is not the page's own, else empty
 * @param notice the line the questionnaire's owner asks for, may be empty
 */
public record Step(
        String id,
        String before,
        String after,
        int along,
        String name,
        boolean many,
        String stem,
        String question,
        List<Choice> choices,
        List<String> chosen,
        String words,
        String notice) {}
