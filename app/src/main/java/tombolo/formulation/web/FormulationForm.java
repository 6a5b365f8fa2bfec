package tombolo.formulation.web;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.formulation.Formulation.Sentences;
import tombolo.formulation.Sentence;
import tombolo.ui.Errors;

/** What is typed into the sentences of a formulation. */
public final class FormulationForm {
    private final MultiValueMap<String, String> fields;

    FormulationForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static FormulationForm of(Sentences sentences) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        sentences.said().forEach((sentence, words) -> fields.set(sentence.key(), words));
        return new FormulationForm(fields);
    }

    public String value(Sentence sentence) {
        String value = fields.getFirst(sentence.key());
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    Errors errors() {
        Errors errors = new Errors();
        boolean said = false;
        for (Sentence sentence : Sentence.values()) {
            said |= !value(sentence).isEmpty();
            if (value(sentence).length() > Sentences.LONGEST) {
                errors.add(sentence.key(), "formulation.form.long", Sentences.LONGEST);
            }
        }
        return said ? errors : errors.add(Sentence.SINCE.key(), "formulation.form.blank");
    }

    Sentences sentences() {
        Map<Sentence, String> said = new EnumMap<>(Sentence.class);
        for (Sentence sentence : Sentence.values()) {
            said.put(sentence, value(sentence));
        }
        return new Sentences(said);
    }
}
