package tombolo.formulation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tombolo.formulation.Sentence;
import tombolo.measures.Response;
import tombolo.ui.Errors;

/**
 * The form in which a formulation is written.
 *
 * @param seen the version it was opened from, 0 for none: then the fields hold the draft
 * @param scores the newest of each questionnaire; they are shown beside the words, and name nothing
 */
public record FormulationEditPage(
        FormulationPage.Where place,
        int seen,
        FormulationForm form,
        Map<Sentence, Drafted.Suggestion> suggestions,
        List<Response> scores,
        ZoneId zone,
        Errors errors) {

    public LocalDate day(Instant taken) {
        return LocalDate.ofInstant(taken, zone);
    }

    public List<Sentence> sentences() {
        return List.of(Sentence.values());
    }

    /** What the record says by itself, and where that was read. */
    public Optional<Drafted.Suggestion> suggestion(Sentence sentence) {
        return Optional.ofNullable(suggestions.get(sentence));
    }

    /** True where the field still holds what the record says. */
    public boolean isDrafted(Sentence sentence) {
        return suggestion(sentence)
                .filter(one -> one.words().equals(form.value(sentence)))
                .isPresent();
    }
}
