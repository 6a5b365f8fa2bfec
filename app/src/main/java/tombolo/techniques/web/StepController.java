package tombolo.techniques.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import tombolo.inventory.CirclesChoice;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.PieceChanged;
import tombolo.techniques.PieceId;
import tombolo.techniques.Pieces;
import tombolo.techniques.Question;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.SafeToSay.Answer;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.techniques.web.Asked.Worded;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Texts;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.With;

/** One step of a piece of work after the other: each is kept when it is done, and the piece can be left there for years. */
@Controller
@RequestMapping({"/my/techniques", "/desk/people/{person}/techniques"})
class StepController {
    private final Pieces pieces;
    private final Techniques techniques;
    private final SafeToSay safe;
    private final CirclesChoice circles;
    private final Texts texts;
    private final Drafts drafts;
    private final Once once;

    StepController(
            Pieces pieces,
            Techniques techniques,
            SafeToSay safe,
            CirclesChoice circles,
            Texts texts,
            Drafts drafts,
            Once once) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.safe = safe;
        this.circles = circles;
        this.texts = texts;
        this.drafts = drafts;
        this.once = once;
    }

    /** The first step of a piece that is not there yet; whom it is about may be known from where one comes. */
    @GetMapping("/new/{technique}")
    @Transactional
    String first(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable String technique,
            @RequestParam(required = false) @Nullable UUID who,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Technique how = techniques.find(technique).orElseThrow(NotFound::new);
        Answers known = who == null ? Answers.NONE : new Answers(Map.of(Question.Whom.WHO, List.of(who.toString())));
        Place place = place(viewer, whose);
        model.addAttribute(
                "page",
                page(
                        place,
                        how,
                        how.steps().getFirst(),
                        language,
                        known,
                        Optional.empty(),
                        viewer,
                        false,
                        Errors.none()));
        return "techniques/step";
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
        Place place = place(viewer, whose);
        Technique how = techniques.find(technique).orElseThrow(NotFound::new);
        Step step = how.steps().getFirst();
        Typed typed = Typed.of(how, step, fields, people(viewer, whose, Optional.empty()));
        Errors errors = typed.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page", page(place, how, step, language, typed.answers(), Optional.empty(), viewer, false, errors));
            return "techniques/step";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    Piece begun = pieces.visibleTo(viewer).begin(whose, how, typed.with(), typed.answers());
                    drafts.done(viewer, draft(how.id(), step));
                    return after(place, begun, how, step, viewer);
                });
    }

    @GetMapping("/{id}/{step}")
    @Transactional
    String step(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @PathVariable String step,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place place = place(viewer, whose);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        Technique how = techniques.find(piece.technique()).orElseThrow(NotFound::new);
        Step one = step(how, step);
        if (one.asserting() && safe.visibleTo(viewer).of(piece) != Standing.OPEN) {
            return "redirect:" + place.base() + "/" + id + "/is-it-safe";
        }
        model.addAttribute(
                "page",
                page(place, how, one, language, piece.answers(), Optional.of(piece), viewer, false, Errors.none()));
        return "techniques/step";
    }

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
        PersonId whose = Place.whose(viewer, person);
        Place place = place(viewer, whose);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        Technique how = techniques.find(piece.technique()).orElseThrow(NotFound::new);
        Step one = step(how, step);
        if (one.asserting() && safe.visibleTo(viewer).of(piece) != Standing.OPEN) {
            throw new NotFound();
        }
        Typed typed = Typed.of(how, one, fields, people(viewer, whose, Optional.of(piece)));
        Errors errors = look == null ? typed.errors() : Errors.none();
        if (look != null || !errors.isEmpty()) {
            response.setStatus(errors.isEmpty() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            StepPage again =
                    page(place, how, one, language, typed.answers(), Optional.of(piece), viewer, look != null, errors);
            model.addAttribute("page", again);
            return "techniques/step";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        Answers kept = how.kept(one, typed.answers());
                        Piece after =
                                pieces.visibleTo(viewer).say(whose, piece.id(), seen, how, one, kept, typed.with());
                        drafts.done(viewer, draft(piece.id().toString(), one));
                        return kept.equals(typed.answers())
                                ? after(place, after, how, one, viewer)
                                : place.base() + "/" + id + "/" + step;
                    } catch (PieceChanged changed) {
                        throw conflict(typed, changed.newest(), place);
                    }
                });
    }

    @GetMapping("/{id}/is-it-safe")
    @Transactional
    String isItSafe(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        if (piece.with().isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("page", safe(viewer, language, piece, Errors.none()));
        return "techniques/safe";
    }

    @PostMapping("/{id}/is-it-safe")
    @Transactional
    String answerWhetherItIsSafe(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String safety,
            HttpServletResponse response,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place place = place(viewer, whose);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        Technique how = techniques.find(piece.technique()).orElseThrow(NotFound::new);
        if (piece.with().isEmpty()) {
            throw new NotFound();
        }
        Optional<Answer> answer = Stream.of(Answer.values())
                .filter(one -> one.name().equals(safety))
                .findFirst();
        if (answer.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page", safe(viewer, language, piece, Errors.none().add("safety", "techniques.wrong.safety")));
            return "techniques/safe";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    safe.visibleTo(viewer).answer(piece, answer.get());
                    Optional<Step> first =
                            how.steps().stream().filter(Step::asserting).findFirst();
                    return answer.get() == Answer.SAFE && first.isPresent()
                            ? place.base() + "/" + id + "/" + first.get().id()
                            : place.base() + "/" + id + "/is-it-safe";
                });
    }

    private SafePage safe(Viewer viewer, Language language, Piece piece, Errors errors) {
        Place place = place(viewer, piece.person());
        String about = about(piece, circles.names(viewer, piece.person()));
        List<Choice> answers = Stream.of(Answer.values())
                .map(one -> new Choice(one.name(), texts.say(language, "techniques.safe." + one)))
                .toList();
        String here = place.base() + "/" + piece.id();
        boolean closed = safe.visibleTo(viewer).of(piece) == Standing.CLOSED;
        return new SafePage(place, here, here + "/is-it-safe", about, closed, answers, errors);
    }

    private StepPage page(
            Place place,
            Technique how,
            Step step,
            Language language,
            Answers answers,
            Optional<Piece> piece,
            Viewer viewer,
            boolean looking,
            Errors errors) {
        PersonId whose = new PersonId(UUID.fromString(place.person()));
        Worded words = new Worded(how, texts, language, people(viewer, whose, piece), answers);
        String here = piece.map(it -> place.base() + "/" + it.id()).orElse("");
        String id = piece.map(it -> it.id().toString()).orElse(how.id());
        List<Step> path = how.leastPath();
        return new StepPage(
                place,
                how.texts(),
                step.id(),
                piece.isPresent() ? here + "/" + step.id() : place.base() + "/new/" + how.id(),
                piece.isPresent() ? here : place.base(),
                draft(id, step),
                piece.map(it -> about(it, circles.names(viewer, whose))).orElse(""),
                path.indexOf(step) + 1,
                path.size(),
                piece.map(Piece::version).orElse(0),
                step.questions().stream().map(words::of).toList(),
                looking,
                errors);
    }

    /** After a step of the least path comes the next that is open, after any other the piece as it is. */
    private String after(Place place, Piece piece, Technique how, Step step, Viewer viewer) {
        List<Step> path = how.leastPath();
        boolean closed = safe.visibleTo(viewer).of(piece) == Standing.CLOSED;
        Optional<Step> next = path.stream()
                .skip(path.indexOf(step) + 1L)
                .filter(one -> !closed || !one.asserting())
                .findFirst();
        String here = place.base() + "/" + piece.id();
        return step.least() && next.isPresent() ? here + "/" + next.get().id() : here;
    }

    private static Conflict conflict(Typed typed, Piece newest, Place place) {
        List<Difference> differences = typed.step().questions().stream()
                .filter(Question.Words.class::isInstance)
                .map(Question::id)
                .map(field -> new Difference(
                        typed.how().texts() + "." + field,
                        typed.answers().one(field),
                        newest.answers().one(field)))
                .toList();
        return new Conflict(differences, place.base() + "/" + newest.id());
    }

    private static Step step(Technique how, String id) {
        return how.steps().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Place place(Viewer viewer, PersonId whose) {
        return Place.of(viewer, pieces.visibleTo(viewer).person(whose));
    }

    private List<Choice> people(Viewer viewer, PersonId whose, Optional<Piece> piece) {
        return circles.toTellOf(
                viewer, whose, With.called(piece.flatMap(Piece::with).stream().toList()));
    }

    /** Everyone on the circles and whoever the piece is about, to find their names. */
    static List<Choice> people(Piece piece, Map<RelationshipId, Confidential> names) {
        Map<RelationshipId, String> all = new LinkedHashMap<>();
        names.forEach((who, name) -> all.put(who, name.words()));
        piece.with().ifPresent(with -> all.putIfAbsent(with.who(), with.name()));
        return all.entrySet().stream()
                .map(one -> new Choice(one.getKey().value().toString(), one.getValue()))
                .toList();
    }

    /** What whoever a piece is about is called now, or was when they left the circles; empty for nobody. */
    static String about(Piece piece, Map<RelationshipId, Confidential> names) {
        return piece.with()
                .map(with -> Optional.ofNullable(names.get(with.who()))
                        .map(Confidential::words)
                        .orElse(with.name()))
                .orElse("");
    }

    static String draft(String of, Step step) {
        return "techniques.step:" + of + ":" + step.id();
    }
}
