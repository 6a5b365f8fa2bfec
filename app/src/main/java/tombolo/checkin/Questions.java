package tombolo.checkin;

import org.springframework.stereotype.Component;
import tombolo.instruments.Instrument;
import tombolo.instruments.Instruments;

/** The questionnaires of the check-in, in their owners' words. Nobody reads the answers, so item 9 of the PHQ is not asked. */
@Component
public final class Questions {
    private final Instrument isolation = questionnaire("ucla-3");
    private final Instrument loneliness = questionnaire("ons-loneliness");
    private final Instrument firstTwo = questionnaire("phq-2");
    private final Instrument mood = questionnaire("phq-8");

    private static Instrument questionnaire(String id) {
        return Instruments.bundled(id).orElseThrow();
    }

    /** Loneliness asked without the word: companionship, left out, isolated (UCLA-3). */
    public Instrument isolation() {
        return isolation;
    }

    /** The direct question, asked after them as the ONS asks it. */
    public Instrument loneliness() {
        return loneliness;
    }

    /** The PHQ-2, which opens the rest. */
    public Instrument firstTwo() {
        return firstTwo;
    }

    /** The PHQ-8, whose first two questions are the PHQ-2. */
    public Instrument mood() {
        return mood;
    }
}
