package tombolo.techniques.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.PieceChanged;
import tombolo.techniques.Pieces;
import tombolo.techniques.Question;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.techniques.WhomItIsAbout;
import tombolo.techniques.web.StepPage.Note;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** One step of a piece of work after the other: each is kept when it is done, and the piece can be left there for years. */
@Controller
@RequestMapping({"/my/techniques", "/desk/people/{person}/techniques"})
class StepController {
    private static final String VIEW = "techniques/step";

    private final PiecesInHand hands;
    private final StepPages pages;
    private final Pieces pieces;
    private final WhomItIsAbout whom;
    private final Techniques techniques;
    private final Drafts drafts;
    private final Once once;

    StepController(
            PiecesInHand hands,
            StepPages pages,
            Pieces pieces,
            WhomItIsAbout whom,
            Techniques techniques,
            Drafts drafts,
            Once once) {
        this.hands = hands;
        this.pages = pages;
        this.pieces = pieces;
        this.whom = whom;
        this.techniques = techniques;
        this.drafts = drafts;
        this.once = once;
    }

    /**
     * The first step of a piece that is not there yet.
     *
     * @param who whom it is about, where a link knows that: chosen beforehand, and changed as freely as ever
     * @param place the id of the place somebody comes from
     */
    @GetMapping("/new/{technique}")
    @Transactional
    String first(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable String technique,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String place,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place at = hands.place(viewer, whose);
        Technique how = techniques.find(technique).orElseThrow(NotFound::new);
        List<Choice> people = hands.people(viewer, whose, how);
        boolean known = people.stream().anyMatch(one -> one.value().equals(who));
        Answers begun = pages.begun(viewer, whose, how, place);
        Answers answers = known ? begun.with(Question.Whom.WHO, who) : begun;
        Note note = begun.equals(Answers.NONE) ? Note.NONE : Note.REMEMBERED;
        Optional<RelationshipId> about =
                known ? Optional.of(new RelationshipId(UUID.fromString(who))) : Optional.empty();
        Optional<String> minded = hands.minded(viewer, at, whose, how, Answers.NONE, about);
        model.addAttribute(
                "page", pages.first(viewer, whose, at, how, people, language, answers, minded, note, Errors.none()));
        return VIEW;
    }

    @PostMapping("/new/{technique}")
    @Transactional
    String begin(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable String technique,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place place = hands.place(viewer, whose);
        Technique how = techniques.find(technique).orElseThrow(NotFound::new);
        Step step = how.steps().getFirst();
        List<Choice> people = hands.people(viewer, whose, how);
        Typed typed = Typed.of(how, step, fields, people);
        Errors errors = errors(viewer, whose, typed, Answers.NONE);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    pages.first(
                            viewer,
                            whose,
                            place,
                            how,
                            people,
                            language,
                            typed.answers(),
                            hands.minded(viewer, place, whose, how, Answers.NONE, typed.with()),
                            Note.NONE,
                            errors));
            return VIEW;
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    Optional<RelationshipId> with = with(viewer, whose, typed);
                    Piece begun = pieces.visibleTo(viewer).begin(whose, how, with, typed.about(with));
                    drafts.done(viewer, StepPages.draft(how.id(), step));
                    return after(hands.of(viewer, begun), step);
                });
    }

    /** @param said the step that was taken just now, where there is something to say of that */
    @GetMapping("/{id}/{step}")
    @Transactional
    String step(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        InHand hand = hands.take(viewer, person, id);
        Step one = hand.step(step);
        if (!hand.mayTake(one)) {
            return "redirect:" + hand.insteadOfAsserting();
        }
        Answers begun = pages.begun(viewer, hand, one);
        Note note = begun.equals(hand.piece().answers()) ? Note.NONE : Note.REMEMBERED;
        model.addAttribute("page", pages.of(viewer, hand, one, language, begun, note, said, hand.open(one)));
        return VIEW;
    }

    /** @param look has the line checker look at what was typed; nothing is kept then */
    @PostMapping("/{id}/{step}")
    @Transactional
    String say(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(required = false) @Nullable String look,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        InHand hand = hands.take(viewer, person, id);
        Step one = hand.step(step);
        if (!hand.mayTake(one)) {
            return "redirect:" + hand.insteadOfAsserting();
        }
        Typed typed = Typed.of(hand.how(), one, fields, hand.people());
        Errors errors =
                look == null ? errors(viewer, hand.whose(), typed, hand.piece().answers()) : Errors.none();
        if (look != null || !errors.isEmpty()) {
            response.setStatus(errors.isEmpty() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            Answers now = typed.over(hand.piece().answers());
            model.addAttribute(
                    "page",
                    pages.of(viewer, hand, one, language, now, look == null ? Note.NONE : Note.LOOKED, "", errors));
            return VIEW;
        }
        return "redirect:" + once.effect(idem, () -> said(viewer, hand, language, one, seen, typed));
    }

    private Errors errors(Viewer viewer, PersonId whose, Typed typed, Answers before) {
        Errors errors = typed.errors(before);
        if (errors.isEmpty()) {
            typed.newcomer()
                    .flatMap(name -> whom.visibleTo(viewer).cannotName(whose, name))
                    .ifPresent(why -> errors.add(Question.Whom.NEW, why));
            whom.visibleTo(viewer)
                    .namedAt(whose, typed.how(), typed.over(before))
                    .filter(typed.step().id()::equals)
                    .ifPresent(step -> errors.add(Question.Whom.WHO, Typed.NAMED));
        }
        return errors;
    }

    /** Whom it is about; somebody new is put on the circles first. */
    private Optional<RelationshipId> with(Viewer viewer, PersonId whose, Typed typed) {
        return typed.newcomer()
                .map(name -> whom.visibleTo(viewer).name(whose, typed.how(), name))
                .or(typed::with);
    }

    /** Keeps it, and says where it goes on. */
    private String said(Viewer viewer, InHand hand, Language language, Step step, int seen, Typed typed) {
        Optional<RelationshipId> with = with(viewer, hand.whose(), typed);
        Answers said = typed.about(with);
        Answers kept = hand.how().kept(step, said, hand.about(), hand.names());
        Pieces.Visible visible = pieces.visibleTo(viewer);
        boolean wasPlanned = visible.tried(hand.piece()).isPresent();
        try {
            Piece after = visible.say(hand.whose(), hand.piece().id(), seen, hand.how(), step, kept, with);
            drafts.done(viewer, StepPages.draft(after.id().toString(), step));
            if (wasPlanned
                    && hands.of(viewer, after).standing() == Standing.NOT_ASKED
                    && visible.tried(after).isEmpty()
                    && !visible.speaksWhereClosed(after, hand.how())) {
                return hand.address() + SafeController.BEFORE + "?done=techniques.done.off-the-week";
            }
            return kept.equals(said) ? after(hands.of(viewer, after), step) : hand.address() + "/" + step.id();
        } catch (PieceChanged changed) {
            List<Conflict.Difference> differences = pages.differences(
                    hand,
                    language,
                    step,
                    typed.over(hand.piece().answers()),
                    changed.newest().answers());
            if (!differences.isEmpty()) {
                throw new Conflict(differences, hand.address());
            }
            drafts.done(viewer, StepPages.draft(hand.piece().id().toString(), step));
            return after(hands.of(viewer, changed.newest()), step);
        }
    }

    /**
     * After a step of the least path comes the next that is open, after any other the piece as it is. A step that waits still,
     * because what was chosen in it is closed, comes once more with what is open.
     */
    private static String after(InHand hand, Step step) {
        Optional<Step> next = hand.steps().stream()
                .filter(Step::least)
                .dropWhile(one -> !one.id().equals(step.id()))
                .filter(one ->
                        !one.id().equals(step.id()) || one.waits(hand.piece().answers()))
                .findFirst();
        String onwards = next.map(one -> hand.address() + "/" + one.id()).orElse(hand.address());
        return hand.tellsOfManyTimes(step) ? onwards + "?said=" + step.id() : onwards;
    }
}
