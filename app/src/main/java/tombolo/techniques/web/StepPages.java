package tombolo.techniques.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.places.Places;
import tombolo.practice.Practices;
import tombolo.techniques.Answers;
import tombolo.techniques.Step;
import tombolo.techniques.StepBeginnings;
import tombolo.techniques.Technique;
import tombolo.techniques.web.StepPage.Note;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Lays out one step for whoever takes it: the first of a piece that is not there yet, or any of one in hand. */
@Component
class StepPages {
    /** With fewer people than this on the circles, places nearby are shown as well. */
    private static final int FEW = 3;

    private final MoodsInView moods;
    private final CirclesInView circles;
    private final StepBeginnings beginnings;
    private final Places places;
    private final Practices practices;
    private final ProgrammeTime time;
    private final Texts texts;

    StepPages(
            MoodsInView moods,
            CirclesInView circles,
            StepBeginnings beginnings,
            Places places,
            Practices practices,
            ProgrammeTime time,
            Texts texts) {
        this.moods = moods;
        this.circles = circles;
        this.beginnings = beginnings;
        this.places = places;
        this.practices = practices;
        this.time = time;
        this.texts = texts;
    }

    /**
     * What the first step of a new piece begins with.
     *
     * @param place the id of the place somebody comes from; may be empty
     */
    Answers begun(Viewer viewer, PersonId whose, Technique how, String place) {
        Answers latest = moods.latest(viewer, whose, how);
        Answers begun = how.beginsAtAPlace()
                .flatMap(question -> places.of(place).map(one -> latest.with(question, one.name())))
                .orElse(latest);
        return how.steps().getFirst().fitted(begun);
    }

    /** What a step of a piece begins with: what is known already, and with whom the mood was that it began with. */
    Answers begun(Viewer viewer, InHand hand, Step step) {
        return moods.withWhom(viewer, hand, step, beginnings.visibleTo(viewer).of(hand.piece(), hand.how(), step));
    }

    StepPage first(
            Viewer viewer,
            PersonId whose,
            Place place,
            Technique how,
            List<Choice> people,
            Language language,
            Answers answers,
            Optional<String> minded,
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
                1,
                how.leastPath().size(),
                true,
                how.beginsAtAPlace().isPresent() && people.size() < FEW,
                Optional.empty(),
                Optional.empty(),
                minded,
                0,
                asked(words, step),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                how.shapes(answers),
                moods.of(viewer, whose, how, step),
                circles.of(viewer, whose, how, step),
                note,
                errors);
    }

    /**
     * @param answers what stands in the fields
     * @param said the step that was taken just now, where there is something to say of that; may be empty
     */
    StepPage of(
            Viewer viewer,
            InHand hand,
            Step step,
            Language language,
            Answers answers,
            Note note,
            String said,
            Errors errors) {
        Technique how = hand.how();
        Worded words = new Worded(how, texts, language, hand.people(), answers);
        List<String> path = path(hand);
        return new StepPage(
                hand.place(),
                how.texts(),
                words.heading(step),
                hand.address() + "/" + step.id(),
                hand.address(),
                draft(hand.piece().id().toString(), step),
                hand.about(),
                path.indexOf(step.id()) + 1,
                path.size(),
                false,
                false,
                how.fuller(step)
                        .filter(one -> !step.isSaid(hand.piece().answers()))
                        .map(one -> hand.address() + "/" + one),
                hand.manyTimes(said).or(() -> hand.manyTimes(step.id())),
                hand.minded(),
                hand.piece().version(),
                asked(words, step),
                how.beside(step, hand.piece().answers()),
                hand.inView(step).map(words::of),
                told(viewer, hand, language, step),
                there(hand, step),
                how.shapes(answers),
                moods.of(viewer, hand.whose(), how, step),
                circles.of(viewer, hand.whose(), how, step),
                note,
                errors);
    }

    /** The place it is at, beside the step that asks when. */
    private Optional<AtPlace> there(InHand hand, Step step) {
        Technique how = hand.how();
        return how.beginsAtAPlace()
                .filter(where -> how.leads()
                        .filter(it -> step.fields().contains(it.when()))
                        .isPresent())
                .map(hand.piece().answers()::one)
                .filter(name -> !name.isEmpty())
                .map(name -> places.called(name)
                        .map(place ->
                                AtPlace.of(place, time.today(practices.current().zone())))
                        .orElseGet(() -> AtPlace.named(name)));
    }

    /** What was told in a piece of another kind, as it was asked there. */
    private Optional<Asked> told(Viewer viewer, InHand hand, Language language, Step step) {
        return beginnings
                .visibleTo(viewer)
                .beside(hand.piece(), hand.how(), step)
                .flatMap(it -> it.how()
                        .questions()
                        .filter(question -> question.id().equals(it.question()))
                        .findFirst()
                        .map(new Worded(it.how(), texts, language, List.of(), it.answers())::of));
    }

    /** What differs between what was typed into a step and what is there now: words, whom it is about, marks and numbers. */
    List<Difference> differences(InHand hand, Language language, Step step, Answers yours, Answers theirs) {
        Worded mine = new Worded(hand.how(), texts, language, hand.people(), yours);
        Worded newest = new Worded(hand.how(), texts, language, hand.people(), theirs);
        String turning = texts.say(language, "techniques.turn.turning");
        return step.questions().stream()
                .map(question -> new Difference(
                        mine.put(hand.how().texts() + "." + question.id()),
                        mine.of(question).inWords(turning),
                        newest.of(question).inWords(turning)))
                .filter(one -> !one.yours().equals(one.theirs()))
                .map(one -> new Difference(
                        one.label(), orNothing(one.yours(), language), orNothing(one.theirs(), language)))
                .toList();
    }

    private String orNothing(String words, Language language) {
        return words.isEmpty() ? texts.say(language, "techniques.nothing-said") : words;
    }

    /** Under which name what is typed into a step is kept meanwhile. */
    static String draft(String of, Step step) {
        return "techniques.step:" + of + ":" + step.id();
    }

    /** The least path, also where it is closed, without the steps that are left out for whoever has said this. */
    private static List<String> path(InHand hand) {
        return hand.how().leastPath().stream()
                .filter(step -> hand.how()
                        .left(step, hand.piece().answers(), true)
                        .filter(Step::least)
                        .isPresent())
                .map(Step::id)
                .toList();
    }

    private static List<Asked> asked(Worded words, Step step) {
        return step.questions().stream().map(words::of).toList();
    }
}
