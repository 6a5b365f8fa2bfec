package tombolo.sessions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;

/**
 * What an hour can be worked with, each by the word under which a note keeps it: every technique there is, and what a therapist
 * does without its steps. A note that was kept with another word than is offered today still says what was done.
 */
@Component
public class WorkedWith {
    /** T5, T7 to T10, T12 and T14 to T17: ways of asking and answering, and what has pages of its own. */
    private static final List<String> WITHOUT_STEPS = List.of(
            "clarification",
            "mood-and-events",
            "open-exploration",
            "therapeutic-relationship",
            "education-and-advice",
            "attachment",
            "sick-role-review",
            "timeline",
            "formulation",
            "ending");

    private final Techniques techniques;

    WorkedWith(Techniques techniques) {
        this.techniques = techniques;
    }

    /** What is offered, the techniques first. */
    public List<String> all() {
        return Stream.concat(techniques.all().stream().map(Technique::id), WITHOUT_STEPS.stream())
                .toList();
    }

    /** Text key of what it is called. */
    public String title(String word) {
        return techniques
                .find(word)
                .map(how -> how.texts() + ".title")
                .orElseGet(() -> "sessions.desk.technique."
                        + word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
