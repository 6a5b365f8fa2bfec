package tombolo.instruments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A questionnaire: its questions, its published way of scoring, and its words where we may show them.
 *
 * <p>An instrument without words is a skeleton: it scores answers collected elsewhere, and cannot be asked here until
 * the service loads its own licensed wording ({@link Instruments#withWording}).
 */
public final class Instrument {
    private final InstrumentFolder folder;
    private final Map<String, Wording> wordings;

    Instrument(InstrumentFolder folder, Map<String, Wording> wordings) {
        this.folder = folder;
        this.wordings = Map.copyOf(wordings);
    }

    /** The name used in files and on the command line: {@code phq-9}. */
    public String id() {
        return folder.id;
    }

    /** The name clinicians know: PHQ-9. */
    public String name() {
        return folder.name;
    }

    /** What it measures, in a few words. */
    public String measures() {
        return folder.measures;
    }

    /** The stretch of time the questions ask about, in a few words. */
    public String period() {
        return folder.period;
    }

    /** Where the scoring was published. */
    public String source() {
        return folder.source;
    }

    /** How raw values are coded, where forms in circulation differ and a wrong reading would turn answers round. */
    public Optional<String> coding() {
        return Optional.ofNullable(folder.coding);
    }

    /** What a person using the figures should know, such as what could not be verified. */
    public List<String> notes() {
        return folder.notes;
    }

    public Licence licence() {
        return folder.licence;
    }

    /** Every question on the form, scored or not, in its order. */
    public List<Item> items() {
        return folder.items;
    }

    /**
     * The question with this printed number.
     *
     * @throws IllegalArgumentException if the form has none
     */
    public Item item(int number) {
        for (Item item : folder.items) {
            if (item.number() == number) {
                return item;
            }
        }
        throw new IllegalArgumentException(id() + " has no item " + number);
    }

    /** How the whole questionnaire is scored. */
    public Scale total() {
        return folder.total;
    }

    /** Parts that are scored on their own as well; most questionnaires have none. */
    public List<Scale> subscales() {
        return folder.subscales;
    }

    /** The question about ending one's life or hurting oneself, where there is one. */
    public Optional<RiskItem> risk() {
        return Optional.ofNullable(folder.risk);
    }

    /** The change that is more than chance; empty where no source we could check gives one. */
    public Optional<ReliableChange> reliableChange() {
        return Optional.ofNullable(folder.reliableChange);
    }

    /** Whether a higher total is the better one, as for well-being and support. */
    public boolean highIsBetter() {
        return folder.highIsBetter;
    }

    /** The LOINC code of the questionnaire, where one is known and not disputed. */
    public Optional<String> loincPanel() {
        return Optional.ofNullable(folder.loincPanel);
    }

    /** The LOINC code of the total, where one is known and not disputed. */
    public Optional<String> loincTotal() {
        return Optional.ofNullable(folder.loincTotal);
    }

    /** Whether there are no words for it here in any language. */
    public boolean isSkeleton() {
        return wordings.isEmpty();
    }

    /** The languages there are words for, as BCP 47 tags. */
    public List<String> languages() {
        return wordings.keySet().stream().sorted().toList();
    }

    /**
     * The words in a language; a regional language falls back to the plain one, and to nothing else.
     *
     * <p>An unvalidated translation is another questionnaire, so there is no fall-back to English here: the page decides
     * and says so.
     */
    public Optional<Wording> wording(Locale locale) {
        Wording regional = wordings.get(locale.toLanguageTag());
        return Optional.ofNullable(regional != null ? regional : wordings.get(locale.getLanguage()));
    }

    /** An empty set of answers, to be filled one by one. */
    public Answers noAnswers() {
        return Answers.none(this);
    }

    /**
     * Answers by item number; items not named are unanswered.
     *
     * @throws IllegalArgumentException if an item does not exist or does not offer the value
     */
    public Answers answers(Map<Integer, Integer> byNumber) {
        return Answers.of(this, byNumber);
    }

    /**
     * Answers to the scored items in the order of the form, {@link Answers#UNANSWERED} for the unanswered.
     *
     * @throws IllegalArgumentException if there are too few or too many, or a value is not offered
     */
    public Answers scoredAnswers(int... values) {
        return Answers.ofScored(this, values);
    }

    /**
     * Scores a set of answers.
     *
     * @throws IllegalArgumentException if they are answers to another questionnaire
     */
    public Scored score(Answers answers) {
        return score(answers, folder.total);
    }

    /** Scores one of the {@link #subscales}, or the whole. */
    public Scored score(Answers answers, Scale scale) {
        if (!answers.instrument().id().equals(id())) {
            throw new IllegalArgumentException(
                    "Answers to " + answers.instrument().id() + " are not answers to " + id());
        }
        return scale.score(answers, riskAnswer(answers));
    }

    private RiskAnswer riskAnswer(Answers answers) {
        RiskItem risk = folder.risk;
        if (risk == null) {
            return RiskAnswer.NOT_ASKED;
        }
        int value = answers.raw(risk.item());
        if (value == Answers.UNANSWERED) {
            return RiskAnswer.UNANSWERED;
        }
        return risk.item().direct(value) >= risk.from() ? RiskAnswer.ABOVE_NOT_AT_ALL : RiskAnswer.NOT_AT_ALL;
    }

    Instrument withWording(Wording wording) {
        Map<String, Wording> more = new TreeMap<>(wordings);
        more.put(wording.language(), wording);
        return new Instrument(folder, more);
    }

    @Override
    public String toString() {
        return name();
    }
}
