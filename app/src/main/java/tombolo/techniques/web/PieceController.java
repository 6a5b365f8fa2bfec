package tombolo.techniques.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.practice.Practices;
import tombolo.techniques.Answers;
import tombolo.techniques.Comes;
import tombolo.techniques.Piece;
import tombolo.techniques.PieceChanged;
import tombolo.techniques.PieceId;
import tombolo.techniques.Pieces;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.techniques.StepBeginnings;
import tombolo.techniques.Stood;
import tombolo.techniques.Techniques;
import tombolo.techniques.web.PiecePage.Further;
import tombolo.techniques.web.PiecePage.Onward;
import tombolo.techniques.web.PiecePage.Round;
import tombolo.techniques.web.PiecePage.Stand;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.Try;
import tombolo.week.With;

/** One piece of work as far as it has come, what comes of it for the week, and its end. */
@Controller
@RequestMapping({"/my/techniques/{id:[0-9a-f-]+}", "/desk/people/{person}/techniques/{id:[0-9a-f-]+}"})
class PieceController {
    private final PiecesInHand hands;
    private final CirclesInView circles;
    private final Pieces pieces;
    private final StepBeginnings beginnings;
    private final Techniques techniques;
    private final SafeToSay safe;
    private final Practices practices;
    private final ProgrammeTime time;
    private final Texts texts;
    private final Once once;

    PieceController(
            PiecesInHand hands,
            CirclesInView circles,
            Pieces pieces,
            StepBeginnings beginnings,
            Techniques techniques,
            SafeToSay safe,
            Practices practices,
            ProgrammeTime time,
            Texts texts,
            Once once) {
        this.hands = hands;
        this.circles = circles;
        this.pieces = pieces;
        this.beginnings = beginnings;
        this.techniques = techniques;
        this.safe = safe;
        this.practices = practices;
        this.time = time;
        this.texts = texts;
        this.once = once;
    }

    /** @param said the step that was taken just now, where there is something to say of that */
    @GetMapping
    @Transactional
    String one(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        InHand hand = hands.take(viewer, person, id);
        Piece piece = hand.piece();
        Answers stands = beginnings.visibleTo(viewer).asItStands(piece, hand.how());
        Worded words = new Worded(hand.how(), texts, language, hand.people(), stands);
        List<Step> steps = hand.steps();
        Optional<Try> tried = pieces.visibleTo(viewer).tried(piece);
        model.addAttribute(
                "page",
                new PiecePage(
                        hand.place(),
                        piece.id().toString(),
                        hand.how().texts(),
                        hand.about(),
                        piece.changedAt(),
                        practices.current().zone(),
                        hand.manyTimes(said),
                        hand.minded(),
                        piece.with().map(With::who).filter(who -> hand.mourned()),
                        piece.with().map(With::who).filter(who -> hand.amongTheLiving()),
                        onward(hand),
                        hand.next().map(Step::id),
                        steps.stream()
                                .filter(step -> step.isSaid(stands))
                                .map(words::of)
                                .toList(),
                        hand.how().changing().stream()
                                .flatMap(question -> stands(
                                        hand, question, practices.current().zone())
                                        .stream())
                                .toList(),
                        rounds(hand),
                        steps.stream()
                                .filter(step -> !step.isSaid(stands))
                                .filter(hand::isOffered)
                                .map(step -> new Onward(step.id(), words.heading(step)))
                                .toList(),
                        hand.how().picture(hand.inView(stands)),
                        circles.of(viewer, hand.whose(), hand.how()),
                        hand.mayLead() && tried.isEmpty() && hand.hasSomethingToTry(),
                        hand.mourned() || hand.mayLead() ? tried : Optional.empty(),
                        rehearsal(hand),
                        hand.place().desk() && hand.isClosed(),
                        hand.place().desk() && hand.speaksWhereClosed(),
                        hand.place().desk() && safe.visibleTo(viewer).isAskedAnew(piece),
                        hand.isAboutSomebody(),
                        piece.tried().isPresent() && tried.isEmpty()));
        return "techniques/piece";
    }

    /** With whoever this is about chosen beforehand; what looks at what could be said to them only where that is open. */
    private List<Further> onward(InHand hand) {
        String about = hand.piece()
                .with()
                .filter(with -> hand.how().asksWhomFirst())
                .map(with -> "?who=" + with.who().value())
                .orElse("");
        return hand.how().onward(hand.piece().answers()).stream()
                .flatMap(id -> techniques.find(id).stream())
                .filter(how -> hand.mayAssert() || how.steps().stream().noneMatch(Step::asserting))
                .map(how -> new Further(
                        hand.how().texts() + ".onward." + how.id(), hand.place().base() + "/new/" + how.id() + about))
                .toList();
    }

    /** Where the line is tried out, with whoever it is meant for chosen beforehand; nothing where saying it is closed. */
    private Optional<String> rehearsal(InHand hand) {
        return hand.isClosed() || hand.mourned()
                ? Optional.empty()
                : beginnings
                        .rehearsal(hand.piece(), hand.how())
                        .flatMap(how -> hand.piece()
                                .with()
                                .map(with -> hand.place().base() + "/new/" + how.id() + "?who="
                                        + with.who().value()));
    }

    /** How it stood and how it stands now; nothing where it always stood like that. */
    private static List<Stand> stands(InHand hand, String question, ZoneId zone) {
        List<Stood> stood = hand.piece().stood();
        String key = hand.how().texts() + (hand.place().desk() ? ".desk." : ".") + question;
        return stood.size() < 2
                ? List.of()
                : stood.stream()
                        .map(one -> new Stand(
                                question,
                                key + (one.equals(stood.getLast()) ? ".is." : ".was.") + one.how(),
                                LocalDate.ofInstant(one.at(), zone)))
                        .toList();
    }

    /** The days of each question that asks for such, where something was said to it. */
    private List<Round> rounds(InHand hand) {
        Answers said = hand.piece().answers();
        LocalDate today = time.today(practices.current().zone());
        return hand.how().yearly().stream()
                .filter(yearly -> said.has(yearly.day()))
                .map(yearly -> new Round(
                        yearly.day(),
                        yearly.next(said, today).stream().map(Comes::day).toList(),
                        yearly.namesOthers(said)))
                .toList();
    }

    @PostMapping("/try")
    @Transactional
    String lead(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        InHand hand = hands.take(viewer, person, id);
        if (!hand.mayLead()) {
            throw new NotFound();
        }
        if (hand.leadsToAsserting()
                && (hand.standing() == Standing.NOT_ASKED || hand.whomFirst().isPresent())) {
            return "redirect:" + hand.insteadOfAsserting();
        }
        if (!hand.hasSomethingToTry()) {
            return "redirect:" + hand.address();
        }
        if (hand.named().isPresent()) {
            return "redirect:" + hand.address() + "/" + hand.named().get();
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    if (pieces.visibleTo(viewer).tried(hand.piece()).isEmpty()) {
                        try {
                            pieces.visibleTo(viewer)
                                    .lead(hand.whose(), hand.piece().id(), hand.how());
                        } catch (PieceChanged changed) {
                            throw new Conflict(List.of(), hand.address());
                        }
                    }
                    return hand.address() + "?done=techniques.done.on-the-week";
                });
    }

    @PostMapping("/removal")
    @Transactional
    String remove(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        PersonId whose = Place.whose(viewer, person);
        Place place = hands.place(viewer, whose);
        return "redirect:"
                + once.effect(idem, () -> {
                    pieces.visibleTo(viewer).remove(whose, new PieceId(id));
                    return place.base() + "?done=techniques.done.removed";
                });
    }
}
