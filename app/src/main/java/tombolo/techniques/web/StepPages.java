package tombolo.techniques.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.web.Asked.Worded;
import tombolo.techniques.web.StepPage.Note;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Lays out one step for whoever takes it: the first of a piece that is not there yet, or any of one in hand. */
@Component
class StepPages {
    private final MoodsInView moods;
    private final Texts texts;

    StepPages(MoodsInView moods, Texts texts) {
        this.moods = moods;
        this.texts = texts;
    }

    /** What the first step of a new piece begins with. */
    Answers begun(Viewer viewer, PersonId whose, Technique how) {
        return how.steps().getFirst().fitted(moods.latest(viewer, whose, how));
    }

    StepPage first(
            Viewer viewer,
            PersonId whose,
            Place place,
            Technique how,
            List<Choice> people,
            Language language,
            Answers answers,
            Note note,
            Errors errors) {
        Step step = how.steps().getFirst();
        Worded words = new Worded(how, texts, language, people, answers);
        return new StepPage(
                place,
                how.texts(),
                words.heading(step),
                place.base() + "/new/" + how.id(),
                place.base(),
                draft(how.id(), step),
                "",
                at(how, step),
                how.leastPath().size(),
                true,
                Optional.empty(),
                0,
                asked(words, step),
                List.of(),
                Optional.empty(),
                how.shapes(answers),
                moods.of(viewer, whose, how, step),
                note,
                errors);
    }

    /** @param answers what stands in the fields */
    StepPage of(Viewer viewer, InHand hand, Step step, Language language, Answers answers, Note note, Errors errors) {
        Technique how = hand.how();
        Worded words = new Worded(how, texts, language, hand.people(), answers);
        return new StepPage(
                hand.place(),
                how.texts(),
                words.heading(step),
                hand.address() + "/" + step.id(),
                hand.address(),
                draft(hand.piece().id().toString(), step),
                hand.about(),
                at(how, step),
                how.leastPath().size(),
                false,
                hand.minded(),
                hand.piece().version(),
                asked(words, step),
                how.beside(step, hand.piece().answers()),
                hand.expected(step).map(words::of),
                how.shapes(answers),
                moods.of(viewer, hand.whose(), how, step),
                note,
                errors);
    }

    /** Under which name what is typed into a step is kept meanwhile. */
    static String draft(String of, Step step) {
        return "techniques.step:" + of + ":" + step.id();
    }

    /** From 1; 0 for a step beside the least path. */
    private static int at(Technique how, Step step) {
        return how.leastPath().stream().map(Step::id).toList().indexOf(step.id()) + 1;
    }

    private static List<Asked> asked(Worded words, Step step) {
        return step.questions().stream().map(words::of).toList();
    }
}
