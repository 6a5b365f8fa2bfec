package tombolo.techniques.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.Question;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.vault.PersonId;
import tombolo.week.LastTime;

/**
 * A piece of work as somebody has it before them.
 *
 * @param place whose it is
 * @param standing whether saying hard things to whoever it is about is open
 * @param people everyone it could be about, and whoever it is about
 * @param minded text key of what is to be minded because of what was said
 * @param speaksWhereClosed whether what is planned is to be said to somebody towards whom that is closed
 * @param mourned whether it would ask something of somebody who has died
 * @param amongTheLiving whether it mourns somebody who stands with the living on the circles
 * @param named the step in which whoever is named in what is planned has to be chosen first
 */
record InHand(
        Place place,
        Piece piece,
        Technique how,
        Standing standing,
        List<Choice> people,
        Optional<String> minded,
        boolean speaksWhereClosed,
        boolean mourned,
        boolean amongTheLiving,
        Optional<String> named) {
    /** Nothing is to be minded of what is not to be said. */
    @Override
    public Optional<String> minded() {
        return mayLead() ? minded : Optional.empty();
    }

    /** Where it is. */
    String address() {
        return place.base() + "/" + piece.id();
    }

    PersonId whose() {
        return piece.person();
    }

    /** What whoever it is about is called; empty for nobody, and for oneself. */
    String about() {
        return piece.with().map(with -> with.who().value().toString()).stream()
                .flatMap(who -> people.stream().filter(one -> one.value().equals(who)))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    /** What everyone it could be about is called. */
    List<String> names() {
        return people.stream().map(Choice::label).toList();
    }

    /** Its steps without those that are closed, and without what was said already in another. */
    List<Step> steps() {
        List<String> first = how.first(piece.answers());
        return how.steps(piece.answers(), mayAssert()).stream()
                .filter(step -> !isTooEarly(step))
                .sorted(Comparator.comparingInt(step ->
                        step.least() ? -1 : first.contains(step.id()) ? first.indexOf(step.id()) : first.size()))
                .toList();
    }

    /**
     * What came of it is asked once there was something to try; where something comes of it by itself, also while nothing can be
     * tried, or where it is over.
     */
    private boolean isTooEarly(Step step) {
        return !hasSomethingToTry()
                && !step.isSaid(piece.answers())
                && !how.first(piece.answers()).contains(step.id())
                && how.tested()
                        .filter(tested -> step.fields().contains(tested.happened()))
                        .filter(tested -> mayAssert() || !tested.ofItself())
                        .isPresent();
    }

    /** What was said, without what is not looked at where that is closed. */
    Answers inView(Answers said) {
        List<String> kept = how.steps(said, mayAssert()).stream()
                .flatMap(step -> step.fields().stream())
                .toList();
        List<String> closed = mayAssert()
                ? List.of()
                : how.questions()
                        .flatMap(question -> question.fields().stream())
                        .filter(field -> !kept.contains(field))
                        .toList();
        return said.with(closed, Answers.NONE);
    }

    Step step(String id) {
        return how.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .flatMap(step -> how.left(step, piece.answers(), mayAssert()))
                .map(step -> mayAssert() ? step : step.withoutAsserting())
                .orElseThrow(NotFound::new);
    }

    /** The question that a step is taken with in view: what was expected, where it asks what came of it. */
    Optional<Question> inView(Step step) {
        return how.tested()
                .filter(tested -> step.fields().contains(tested.happened()))
                .map(Technique.Tested::expected)
                .or(() -> how.inView(step))
                .filter(piece.answers()::has)
                .flatMap(asked -> steps().stream()
                        .flatMap(one -> one.questions().stream())
                        .filter(question -> question.id().equals(asked))
                        .findFirst());
    }

    /** Whether a step tells of many times at once where it asks for one. */
    boolean tellsOfManyTimes(Step step) {
        return step.questions().stream()
                .filter(question -> how.oneTime().contains(question.id()))
                .flatMap(question -> question.fields().stream())
                .anyMatch(field -> LastTime.isWorthAsking(piece.answers().one(field)));
    }

    /** The address of a step just said that tells of many times at once where it asks for one. */
    Optional<String> manyTimes(String said) {
        return steps().stream()
                .filter(step -> step.id().equals(said) && tellsOfManyTimes(step))
                .map(step -> address() + "/" + step.id())
                .findFirst();
    }

    /** Whether saying hard things to whoever it is about is closed. */
    boolean isClosed() {
        return standing == Standing.CLOSED;
    }

    /** Whether anything is said to them at all: not where that is closed, and not to the dead. */
    boolean mayAssert() {
        return !isClosed() && !mourned;
    }

    /** Whether a step may be taken: one about saying something only once it was answered that this is safe. */
    boolean mayTake(Step step) {
        return !step.asserting()
                || standing == Standing.OPEN && !mourned && whomFirst().isEmpty();
    }

    /**
     * Where a step that may not be taken leads: to where somebody is chosen, to the question that stands before it, and once that
     * was answered back to the piece, without a word of why. At the desk it can be answered again, where there is somebody to
     * answer it of.
     */
    String insteadOfAsserting() {
        if (standing == Standing.OPEN && !mourned && whomFirst().isPresent()) {
            return address() + "/" + whomFirst().get();
        }
        boolean asks = standing == Standing.NOT_ASKED || place.desk() && isAboutSomebody();
        return asks && !mourned ? address() + SafeController.BEFORE : address();
    }

    /** The step in which whoever was told of has to be chosen first, before anything is said to them. */
    Optional<String> whomFirst() {
        return how.asksWhomAt(piece.answers());
    }

    /** What is wrong with a step as it is: nobody was chosen in it, though somebody was told of. */
    Errors open(Step step) {
        Errors errors = Errors.none();
        if (step.fields().contains(Question.Whom.WHO)
                && piece.answers().has(Question.Whom.WHO)
                && whomFirst().filter(step.id()::equals).isPresent()) {
            errors.add(Question.Whom.WHO, Typed.CHOOSE);
        } else if (named.filter(step.id()::equals).isPresent()) {
            errors.add(Question.Whom.WHO, Typed.NAMED);
        }
        return errors;
    }

    boolean isAboutSomebody() {
        return piece.with().isPresent();
    }

    /** Whether what comes of it may be put on the week at all. */
    boolean mayLead() {
        return !mourned && !speaksWhereClosed && (!isClosed() || !leadsToAsserting());
    }

    /** Whether there is something in it that can be tried. */
    boolean hasSomethingToTry() {
        return how.leads().filter(leads -> piece.answers().has(leads.what())).isPresent();
    }

    boolean leadsToAsserting() {
        return how.mayLeadToAsserting(piece.answers());
    }

    /**
     * Whether a step can be taken now, beside the one that waits if one does: of the least path that one alone, and what is about
     * saying something once there are words for it.
     */
    boolean isOffered(Step step) {
        return next().isEmpty()
                || !step.least()
                        && (!step.asserting() || how.first(piece.answers()).contains(step.id()));
    }

    /**
     * Where it goes on while a step of the least path waits: at the first after the last that was said, be it one in which nothing
     * has to be said. Nothing waits for what could be asked of the living alone.
     */
    Optional<Step> next() {
        List<Step> path = steps().stream().filter(Step::least).toList();
        int waits = IntStream.range(0, path.size())
                .filter(at -> path.get(at).waits(piece.answers()))
                .findFirst()
                .orElse(-1);
        int said = IntStream.range(0, Math.max(waits, 0))
                .filter(at -> path.get(at).isSaid(piece.answers()))
                .max()
                .orElse(-1);
        return waits < 0 || mourned && !how.mayBeAboutTheDead() ? Optional.empty() : Optional.of(path.get(said + 1));
    }
}
