package tombolo.techniques.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.techniques.Pieces;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.SafeToSay.Answer;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Texts;
import tombolo.vault.Viewer;

/**
 * The question that stands before work on saying something to somebody, and the other way where that is not safe. The person
 * reads of the other way once, in answer to the press that chose it: for whoever looks at the phone later there is nothing here
 * but the way back to the piece, whatever was answered. Its address and its title tell nothing either.
 */
@Controller
@RequestMapping({"/my/techniques/{id}/before/going-on", "/desk/people/{person}/techniques/{id}/before/going-on"})
class SafeController {
    /** Where it is, after the address of a piece. */
    static final String BEFORE = "/before/going-on";

    private final PiecesInHand hands;
    private final Pieces pieces;
    private final SafeToSay safe;
    private final Texts texts;
    private final Once once;

    SafeController(PiecesInHand hands, Pieces pieces, SafeToSay safe, Texts texts, Once once) {
        this.hands = hands;
        this.pieces = pieces;
        this.safe = safe;
        this.texts = texts;
        this.once = once;
    }

    /** @param again asks once more, where it was answered already and answering once more can change something */
    @GetMapping
    @Transactional
    String isItSafe(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        InHand hand = aboutSomebody(viewer, person, id);
        boolean asked = hand.standing() != Standing.NOT_ASKED;
        if (asked && !hand.place().desk() && (again == null || !mayAnswerAnew(viewer, hand))) {
            return "redirect:" + hand.address();
        }
        boolean closed = hand.isClosed() && again == null;
        model.addAttribute("page", page(viewer, hand, language, closed, Errors.none()));
        return "techniques/safe";
    }

    private boolean mayAnswerAnew(Viewer viewer, InHand hand) {
        return safe.visibleTo(viewer).mayAnswerAnew(hand.piece());
    }

    @PostMapping
    @Transactional
    String answer(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String safety,
            HttpServletResponse response,
            Model model) {
        InHand hand = aboutSomebody(viewer, person, id);
        Optional<Answer> answer = Stream.of(Answer.values())
                .filter(one -> one.name().equals(safety))
                .findFirst();
        if (answer.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Errors errors = Errors.none().add("safety", "techniques.wrong.safety");
            model.addAttribute("page", page(viewer, hand, language, false, errors));
            return "techniques/safe";
        }
        boolean first = once.shown(idem, () -> {
                    pieces.visibleTo(viewer).answer(hand.piece(), answer.get());
                    return true;
                })
                .isPresent();
        if (answer.get() == Answer.SAFE) {
            return "redirect:" + onwards(hand);
        }
        if (first && !hand.place().desk()) {
            model.addAttribute("page", page(viewer, hand, language, true, Errors.none()));
            return "techniques/safe";
        }
        return "redirect:" + hand.address() + BEFORE;
    }

    /** To the first step that was closed till now. */
    private static String onwards(InHand hand) {
        return hand.how().steps(hand.piece().answers(), true).stream()
                .filter(Step::asserting)
                .findFirst()
                .map(step -> hand.address() + "/" + step.id())
                .orElse(hand.address());
    }

    /** A piece about nobody, or about oneself, has nothing to ask here. */
    private InHand aboutSomebody(Viewer viewer, @Nullable UUID person, UUID id) {
        InHand hand = hands.take(viewer, person, id);
        if (!hand.isAboutSomebody()) {
            throw new NotFound();
        }
        return hand;
    }

    private SafePage page(Viewer viewer, InHand hand, Language language, boolean closed, Errors errors) {
        List<Choice> answers = Stream.of(Answer.values())
                .map(one -> new Choice(one.name(), texts.say(language, "techniques.safe." + one)))
                .toList();
        return new SafePage(
                hand.place(),
                hand.address(),
                hand.address() + BEFORE,
                hand.about(),
                closed,
                mayAnswerAnew(viewer, hand),
                answers,
                errors);
    }
}
