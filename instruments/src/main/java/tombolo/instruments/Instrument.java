package tombolo.instruments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire: its questions, its published way of scoring, and its words where we may show them.
 *
 * <p>An instrument without words is a skeleton: it scores answers collected elsewhere, and cannot be asked here until
 * the service loads its own licensed wording ({@link Instruments#withWording}).
 */
public final class Instrument {
    private final String id;
    private final String name;
    private final String measures;
    private final String period;
    private final String source;
    private final @Nullable String coding;
    private final List<String> notes;
    private final Licence licence;
    private final List<Item> items;
    private final Scale total;
    private final List<Scale> subscales;
    private final @Nullable RiskItem risk;
    private final @Nullable ReliableChange reliableChange;
    private final boolean highIsBetter;
    private final @Nullable String loincPanel;
    private final @Nullable String loincTotal;
    private final Map<String, Wording> wordings;

    Instrument(InstrumentFolder folder) {
        this.id = folder.id;
        this.name = folder.name;
        this.measures = folder.measures;
        this.period = folder.period;
        this.source = folder.source;
        this.coding = folder.coding;
        this.notes = List.copyOf(folder.notes);
        this.licence = folder.licence;
        this.items = List.copyOf(folder.items);
        this.total = folder.total;
        this.subscales = List.copyOf(folder.subscales);
        this.risk = folder.risk;
        this.reliableChange = folder.reliableChange;
        this.highIsBetter = folder.highIsBetter;
        this.loincPanel = folder.loincPanel;
        this.loincTotal = folder.loincTotal;
        this.wordings = Map.copyOf(folder.wordings);
    }

    private Instrument(Instrument other, Map<String, Wording> wordings) {
        this.id = other.id;
        this.name = other.name;
        this.measures = other.measures;
        this.period = other.period;
        this.source = other.source;
        this.coding = other.coding;
        this.notes = other.notes;
        this.licence = other.licence;
        this.items = other.items;
        this.total = other.total;
        this.subscales = other.subscales;
        this.risk = other.risk;
        this.reliableChange = other.reliableChange;
        this.highIsBetter = other.highIsBetter;
        this.loincPanel = other.loincPanel;
        this.loincTotal = other.loincTotal;
        this.wordings = Map.copyOf(wordings);
    }

    /** The name used in files and on the command line: {@code phq-9}. */
    public String id() {
        return id;
    }

    /** The name clinicians know: PHQ-9. */
    public String name() {
        return name;
    }

    /** What it measures, in a few words. */
    public String measures() {
        return measures;
    }

    /** The stretch of time the questions ask about, in a few words. */
    public String period() {
        return period;
    }

    /** Where the scoring was published. */
    public String source() {
        return source;
    }

    /** How raw values are coded, where forms in circulation differ and a wrong reading would turn answers round. */
    public Optional<String> coding() {
        return Optional.ofNullable(coding);
    }

    /** What a person using the figures should know, such as what could not be verified. */
    public List<String> notes() {
        return notes;
    }

    public Licence licence() {
        return licence;
    }

    /** Every question on the form, scored or not, in its order. */
    public List<Item> items() {
        return items;
    }

    /**
     * The question with this printed number.
     *
     * @throws IllegalArgumentException if the form has none
     */
    public Item item(int number) {
        for (Item item : items) {
            if (item.number() == number) {
                return item;
            }
        }
        throw new IllegalArgumentException(id + " has no item " + number);
    }

    /** How the whole questionnaire is scored. */
    public Scale total() {
        return total;
    }

    /** Parts that are scored on their own as well; most questionnaires have none. */
    public List<Scale> subscales() {
        return subscales;
    }

    /** The question about ending one's life or hurting oneself, where there is one. */
    public Optional<RiskItem> risk() {
        return Optional.ofNullable(risk);
    }

    /** The change that is more than chance; empty where no source we could check gives one. */
    public Optional<ReliableChange> reliableChange() {
        return Optional.ofNullable(reliableChange);
    }

    /** Whether a higher total is the better one, as for well-being and support. */
    public boolean highIsBetter() {
        return highIsBetter;
    }

    /** The LOINC code of the questionnaire, where one is known and not disputed. */
    public Optional<String> loincPanel() {
        return Optional.ofNullable(loincPanel);
    }

    /** The LOINC code of the total, where one is known and not disputed. */
    public Optional<String> loincTotal() {
        return Optional.ofNullable(loincTotal);
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
        return score(answers, total);
    }

    /** Scores one of the {@link #subscales}, or the whole. */
    public Scored score(Answers answers, Scale scale) {
        if (!answers.instrument().id.equals(id)) {
            throw new IllegalArgumentException("Answers to " + answers.instrument().id + " are not answers to " + id);
        }
        return scale.score(answers, riskAnswer(answers));
    }

    private RiskAnswer riskAnswer(Answers answers) {
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
        return new Instrument(this, more);
    }

    @Override
    public String toString() {
        return name;
    }
}
