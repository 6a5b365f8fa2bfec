package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What people read can be read at about eleven years of age: Flesch-Kincaid grade 6 at most for each page's words taken
 * together, and no sentence over twenty words (NHS service manual, health literacy). Questionnaires keep their owners'
 * wording and are not texts of ours.
 */
class PlainWordsUnitTests {
    private static final int LONGEST_SENTENCE = 20;
    private static final double HIGHEST_GRADE = 6.0;

    /** Titles of papers, with their names and numbers, are quoted for those who want to look them up. */
    private static final Pattern NOT_OUR_WORDS = Pattern.compile(".*\\.sources\\..*|ui\\.date\\..*");

    /** The parts of the site that only staff see; they may use their own words. */
    private static final Pattern STAFF = Pattern.compile("\\w+\\.(desk|staff)\\..*");

    @Test
    void noSentenceIsLong() {
        List<String> tooLong = new ArrayList<>();
        texts().forEach((key, text) -> sentences(text).stream()
                .filter(sentence -> words(sentence).size() > LONGEST_SENTENCE)
                .forEach(sentence -> tooLong.add(key + ": " + sentence)));
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPageCanBeReadAtEleven() {
        Map<String, StringBuilder> pages = new TreeMap<>();
        texts().forEach((key, text) -> pages.computeIfAbsent(page(key), page -> new StringBuilder())
                .append(text.matches("(?s).*[.?!:]$") ? text : text + ".")
                .append(' '));
        List<String> tooHard = new ArrayList<>();
        pages.forEach((page, all) -> {
            double grade = grade(all.toString());
            if (words(all.toString()).size() >= 40 && grade > HIGHEST_GRADE) {
                tooHard.add("%s: grade %.1f".formatted(page, grade));
            }
        });
        assertThat(tooHard).isEmpty();
    }

    @Test
    void theMeasureKnowsPlainFromHard() {
        assertThat(grade("We keep nothing. It is gone when you close the page."))
                .isLessThan(3);
        assertThat(
                        grade(
                                "Interpersonal psychotherapy ameliorates depressive symptomatology via communication analysis."))
                .isGreaterThan(15);
    }

    private static Map<String, String> texts() {
        Map<String, String> plain = new TreeMap<>();
        TextsUnitTests.english().forEach((key, text) -> {
            if (!NOT_OUR_WORDS.matcher(key).matches() && !STAFF.matcher(key).matches()) {
                Object[] somewhere = {"2", "2", "2", "2", "2"};
                String said = text.contains("plural") || text.contains("select")
                        ? text.replaceAll("\\{[^{}]*\\{|\\}|#", " ")
                        : new MessageFormat(text, Locale.UK).format(somewhere);
                plain.put(key, said.replaceAll("\\[\\[|]]|\\*\\*", ""));
            }
        });
        return plain;
    }

    private static String page(String key) {
        String[] parts = key.split("\\.");
        return parts[0] + "." + parts[1];
    }

    /** Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59. */
    static double grade(String text) {
        List<String> words = words(text);
        int syllables = words.stream().mapToInt(PlainWordsUnitTests::syllables).sum();
        return 0.39 * words.size() / sentences(text).size() + 11.8 * syllables / words.size() - 15.59;
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            if (!words(sentence).isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static List<String> words(String text) {
        return Pattern.compile("[A-Za-z][A-Za-z'’-]*|\\d[\\d.,]*")
                .matcher(text)
                .results()
                .map(word -> word.group())
                .toList();
    }

    private static int syllables(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return 1;
        }
        String plain = word.toLowerCase(Locale.UK).replaceAll("[^a-z]", "");
        plain = plain.replaceAll("(?:[^laeiouy]es|[^laeiouytd]ed|[^l]e)$", "x").replaceAll("^y", "");
        return Math.max(1, (int)
                Pattern.compile("[aeiouy]{1,2}").matcher(plain).results().count());
    }
}
