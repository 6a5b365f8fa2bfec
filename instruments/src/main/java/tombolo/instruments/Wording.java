package tombolo.instruments;

import java.util.Map;
import java.util.TreeMap;

/**
 * A questionnaire's words in one language, exactly as its owner published them.
 *
 * <p>The file behind it has {@code title}, {@code stem}, an {@code item.N} for each question and an
 * {@code option.SET.VALUE} for each answer; {@code notice} is what the owner asks to be shown beside them.
 */
public final class Wording {
    private final String language;
    private final Map<String, String> texts;

    Wording(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = new TreeMap<>(texts);
    }

    /** The language, as a BCP 47 tag. */
    public String language() {
        return language;
    }

    /** The name a person sees above the questions. */
    public String title() {
        return text("title");
    }

    /** The sentence that opens the questions; empty where the questions stand alone. */
    public String stem() {
        return texts.getOrDefault("stem", "");
    }

    /** The question itself. */
    public String question(Item item) {
        return text(questionKey(item));
    }

    /** The words of one answer to a question. */
    public String label(Item item, Option option) {
        return text(labelKey(item, option));
    }

    static String questionKey(Item item) {
        return "item." + item.number();
    }

    static String labelKey(Item item, Option option) {
        return "option." + item.optionSet() + "." + option.value();
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No words for '" + key + "' in " + language);
        }
        return text;
    }
}
