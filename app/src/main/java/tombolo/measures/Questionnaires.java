package tombolo.measures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tombolo.instruments.Instrument;
import tombolo.instruments.Instruments;
import tombolo.ui.Said;

/** The questionnaires that can be put to somebody here, each in its owner's words. */
@Component
public final class Questionnaires {
    private static final Set<String> IN_EVERYDAY_WORDS = Set.of("phq-9", "phq-8", "gad-7", "ucla-3", "ons-loneliness");

    /** Those a therapist may put at the desk, in the order they stand on a form. */
    private static final List<String> USUAL = List.of("phq-9", "gad-7", "ucla-3", "ons-loneliness");

    /** Those among them that are put before each session. */
    public static final List<String> EACH_SESSION = List.of("phq-9", "gad-7");

    private static final String WITH_THE_QUESTION = "phq-9";
    private static final String WITHOUT_THE_QUESTION = "phq-8";

    private final Instruments instruments = Instruments.bundled();

    /** What a questionnaire is called on our pages, in everyday words where we have them. */
    public static Said name(Instrument instrument) {
        return IN_EVERYDAY_WORDS.contains(instrument.id())
                ? Said.of("measures.name." + instrument.id())
                : Said.of("measures.name.other", instrument.name());
    }

    /** The same where there is room for a word, as those who work with it say it. */
    public static Said shortName(Instrument instrument) {
        return IN_EVERYDAY_WORDS.contains(instrument.id())
                ? Said.of("measures.desk.short." + instrument.id())
                : Said.of("measures.name.other", instrument.name());
    }

    /**
     * The questionnaire with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Instrument get(String id) {
        return instruments.get(id);
    }

    /** Those a therapist may put at the desk, as far as their words may be shown here. */
    public List<Instrument> usual() {
        return USUAL.stream().map(this::askable).flatMap(Optional::stream).toList();
    }

    /** All whose words may be shown here. */
    List<Instrument> all() {
        return instruments.all().stream()
                .filter(one -> one.wording(Locale.ENGLISH).isPresent())
                .toList();
    }

    /** The questionnaire, if there is one with this id whose words may be shown here. */
    public Optional<Instrument> askable(String id) {
        return instruments.find(id).filter(one -> one.wording(Locale.ENGLISH).isPresent());
    }

    /**
     * The questionnaire as it is put where nobody would read, in time, what is answered about ending one's life: the PHQ-9
     * as the PHQ-8, which was made for this; any other with such a question not at all.
     */
    Optional<Instrument> withoutReaders(Instrument instrument) {
        if (instrument.risk().isEmpty()) {
            return Optional.of(instrument);
        }
        return instrument.id().equals(WITH_THE_QUESTION) ? Optional.of(get(WITHOUT_THE_QUESTION)) : Optional.empty();
    }

    /** Whether it takes the place of one that has the question about ending one's life: then that is put in the room. */
    public static boolean leavesOutTheQuestion(Instrument instrument) {
        return instrument.id().equals(WITHOUT_THE_QUESTION);
    }

    /** Whether it is put where these are asked: as one of them, or in the place of one that has the question. */
    static boolean isPutFor(List<String> asked, Instrument instrument) {
        return asked.contains(instrument.id()) || leavesOutTheQuestion(instrument) && asked.contains(WITH_THE_QUESTION);
    }
}
