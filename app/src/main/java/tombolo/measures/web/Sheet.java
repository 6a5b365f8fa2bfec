package tombolo.measures.web;

import java.util.List;
import tombolo.ui.Choice;

/**
 * One questionnaire on a page, in its owner's words.
 *
 * @param words the language of those words, where it is not the page's
 */
public record Sheet(String id, String stem, List<Asked> asked, String words, String notice) {
    public Sheet {
        asked = List.copyOf(asked);
    }

    /** One question with its answers, "I'd rather not say" last. */
    public record Asked(String name, String question, List<Choice> choices, String chosen) {}
}
