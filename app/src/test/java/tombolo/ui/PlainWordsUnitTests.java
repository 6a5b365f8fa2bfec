package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What people read can be read at about eleven years of age: Flesch-Kincaid grade 6 at most for each page's words taken
 * together, and no sentence over twenty words (NHS service manual, health literacy). A grade says little of a handful of
 * words, so those of the small pages of a module are taken together, and nothing is left out. Questionnaires keep their
 * owners' wording and are not texts of ours.
 */
class PlainWordsUnitTests {
    private static final int LONGEST_SENTENCE = 20;
    private static final double HIGHEST_GRADE = 6.0;

    /** Of fewer words a grade says little. */
    private static final int ENOUGH_WORDS = 8;

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
        List<String> tooHard = new ArrayList<>();
        read(texts()).forEach((page, all) -> {
            double grade = grade(all);
            if (grade > HIGHEST_GRADE) {
                tooHard.add("%s: grade %.1f".formatted(page, grade));
            }
        });
        assertThat(tooHard).isEmpty();
    }

    @Test
    void noWordsAreTooFewToBeRead() {
        assertThat(read(Map.of(
                        "week.away", "Welcome back.", "week.first.lead", "Nothing is kept.", "grief.title", "A loss")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("the smallest", "A loss\nWelcome back.\nNothing is kept."));
        String page = "It is here. ".repeat(ENOUGH_WORDS / 2);
        assertThat(read(Map.of("week.a", page, "week.b", page, "week.c", "One more.", "week.d", page)))
                .containsOnlyKeys("week.a", "week.b", "week.d", "the smallest");
        String some = "It is here. ".repeat(ENOUGH_WORDS / 4);
        assertThat(read(Map.of("week.a", some, "week.b", some)))
                .containsExactlyEntriesOf(Map.of("week, small pages", some + "\n" + some));
        int words =
                texts().values().stream().mapToInt(text -> words(text).size()).sum();
        assertThat(read(texts()).values().stream()
                        .mapToInt(text -> words(text).size())
                        .sum())
                .as("all the words there are")
                .isEqualTo(words);
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

    /** All that is read, page by page; of small pages all of a module together, and what is small even so with the others. */
    private static Map<String, String> read(Map<String, String> texts) {
        Map<String, String> pages = together(texts, PlainWordsUnitTests::page);
        Map<String, String> modules = together(pages, key -> isSmall(pages, key) ? module(key) : key);
        return together(modules, key -> isSmall(modules, key) ? "the smallest" : key);
    }

    private static boolean isSmall(Map<String, String> pages, String key) {
        return words(pages.getOrDefault(key, "")).size() < ENOUGH_WORDS;
    }

    /** Each text is read by itself, so it stands on a line of its own. */
    private static Map<String, String> together(Map<String, String> parts, UnaryOperator<String> whole) {
        Map<String, String> all = new TreeMap<>();
        new TreeMap<>(parts)
                .forEach((key, text) -> all.merge(whole.apply(key), text, (one, next) -> one + '\n' + next));
        return all;
    }

    private static String page(String key) {
        String[] parts = key.split("\\.");
        return parts[0] + "." + parts[1];
    }

    private static String module(String key) {
        return key.split("\\.")[0] + ", small pages";
    }

    /** Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59. */
    static double grade(String text) {
        List<String> words = words(text);
        int syllables = words.stream().mapToInt(PlainWordsUnitTests::syllables).sum();
        return 0.39 * words.size() / sentences(text).size() + 11.8 * syllables / words.size() - 15.59;
    }

    private static List<String> sentences(String text) {
        return text.lines().flatMap(line -> sentencesOf(line).stream()).toList();
    }

    private static List<String> sentencesOf(String line) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
        breaks.setText(line);
        List<String> sentences = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String sentence = line.substring(from, to).strip();
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
