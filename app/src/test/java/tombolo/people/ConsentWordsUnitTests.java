package tombolo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/**
 * The words people agreed to, as they stood when they agreed. A line here never changes: new words are a new version in
 * {@link Purpose} and a new line here.
 */
class ConsentWordsUnitTests {
    private static final Map<String, String> AGREED = new TreeMap<>(Map.of(
            "people.consent.record.1",
            "Keep a record here | We may keep what you and your therapist put down here."
                    + " We need this to open your own pages.",
            "people.consent.supervision.1",
            "Talk about our work with a supervisor | Your therapist may talk your work over with a supervisor."
                    + " They do not say your name.",
            "people.consent.figures.1",
            "Count my scores among others | Your scores may count in the figures of this practice."
                    + " They go in without your name.",
            "people.consent.care.1",
            "Have this therapy | You want to meet your therapist and work on what troubles you."
                    + " You know how it goes, and that you can stop at any time.",
            "people.consent.messages.1",
            "Get short messages | We may send you short messages by the way you told us is safe."
                    + " They never say what they are about.",
            "people.consent.gp_letter.1",
            "Write to my doctor | Your therapist may write to your doctor. You can read each letter first.",
            "people.consent.recording.1",
            "Record a session | Your therapist may record a session to learn from it."
                    + " They ask you each time, and you can say no."));

    @Test
    void noWordSomebodyAgreedToEverChanges() {
        Texts texts = new Texts(false);
        Map<String, String> now = new TreeMap<>();
        for (Purpose purpose : Purpose.values()) {
            IntStream.rangeClosed(1, purpose.version())
                    .mapToObj(purpose::text)
                    .forEach(key -> now.put(
                            key,
                            texts.say(Language.ENGLISH, key + ".title") + " | "
                                    + texts.say(Language.ENGLISH, key + ".body")));
        }
        assertThat(now).isEqualTo(AGREED);
    }

    @Test
    void onlyTheRecordIsNeeded() {
        assertThat(Purpose.values()).filteredOn(Purpose::isNeeded).containsExactly(Purpose.RECORD);
    }
}
