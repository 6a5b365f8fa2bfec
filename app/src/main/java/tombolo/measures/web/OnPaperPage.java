package tombolo.measures.web;

import java.util.List;
import tombolo.instruments.Instrument;

/**
 * Questionnaires with nothing chosen in them, to be printed and filled in by hand. They are about nobody.
 *
 * @param offered what may be printed
 * @param chosen the ids of what stands here
 */
public record OnPaperPage(List<Instrument> offered, List<String> chosen, List<Blank> blanks) {

    /** Whether the question about ending one's life is among them. */
    public boolean ninth() {
        return blanks.stream().anyMatch(Blank::ninth);
    }

    /**
     * One questionnaire in its owner's words, with the line its owner asks for.
     *
     * @param words the language of those words, where it is not the page's
     */
    public record Blank(
            String title,
            String stem,
            List<Question> questions,
            String words,
            String owner,
            String notice,
            String source,
            boolean ninth) {}

    /** One question under the number it is printed with, and the answers to tick. */
    public record Question(int number, String asks, List<String> answers) {}
}
