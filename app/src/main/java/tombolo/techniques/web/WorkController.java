package tombolo.techniques.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.CirclesChoice;
import tombolo.inventory.RelationshipId;
import tombolo.practice.Practices;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.PieceChanged;
import tombolo.techniques.PieceId;
import tombolo.techniques.Pieces;
import tombolo.techniques.Question;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.SafeToSay.Standing;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.techniques.web.Asked.Worded;
import tombolo.ui.Conflict;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Texts;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.Tries;
import tombolo.week.Try;

/** What somebody works on: all of it, one piece as far as it has come, and what comes of it for the week. */
@Controller
@RequestMapping({"/my/techniques", "/desk/people/{person}/techniques"})
class WorkController {
    private static final int MOST_IN_A_TREND = 6;

    private final Pieces pieces;
    private final Techniques techniques;
    private final SafeToSay safe;
    private final CirclesChoice circles;
    private final Tries tries;
    private final Practices practices;
    private final Texts texts;
    private final Once once;

    WorkController(
            Pieces pieces,
            Techniques techniques,
            SafeToSay safe,
            CirclesChoice circles,
            Tries tries,
            Practices practices,
            Texts texts,
            Once once) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.safe = safe;
        this.circles = circles;
        this.tries = tries;
        this.practices = practices;
        this.texts = texts;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place place = place(viewer, whose);
        ZoneId zone = practices.current().zone();
        Map<RelationshipId, Confidential> names = circles.names(viewer, whose);
        Map<Boolean, List<Piece>> all = pieces.visibleTo(viewer).of(whose).stream()
                .filter(piece -> techniques.find(piece.technique()).isPresent())
                .collect(Collectors.partitioningBy(piece -> isWhole(viewer, piece)));
        model.addAttribute(
                "page",
                new WorkPage(
                        place,
                        lines(all.getOrDefault(false, List.of()), names, zone),
                        lines(all.getOrDefault(true, List.of()), names, zone),
                        techniques.all().stream()
                                .map(how -> new WorkPage.Offer(how.id(), how.texts()))
                                .toList(),
                        trends(all.values().stream().flatMap(List::stream).toList(), zone),
                        closed(viewer, whose, names, zone)));
        return "techniques/work";
    }

    @GetMapping("/sheets/{technique}")
    @Transactional
    String sheet(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable String technique,
            Model model) {
        Place place = place(viewer, Place.whose(viewer, person));
        Technique how = techniques.find(technique).orElseThrow(NotFound::new);
        Worded words = new Worded(how, texts, language, List.of(), Answers.NONE);
        model.addAttribute(
                "page",
                new SheetPage(
                        place,
                        how.texts(),
                        how.steps().stream().map(step -> part(step, words)).toList()));
        return "techniques/sheet";
    }

    @GetMapping("/{id}")
    @Transactional
    String one(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        Technique how = techniques.find(piece.technique()).orElseThrow(NotFound::new);
        Standing standing = safe.visibleTo(viewer).of(piece);
        List<Step> steps = how.steps().stream()
                .filter(step -> standing != Standing.CLOSED || !step.asserting())
                .toList();
        Map<RelationshipId, Confidential> names = circles.names(viewer, whose);
        Worded words = new Worded(how, texts, language, StepController.people(piece, names), piece.answers());
        Optional<Try> tried = piece.tried().flatMap(it -> found(viewer, whose, it));
        model.addAttribute(
                "page",
                new PiecePage(
                        place(viewer, whose),
                        piece.id().toString(),
                        how.texts(),
                        StepController.about(piece, names),
                        piece.changedAt(),
                        practices.current().zone(),
                        steps.stream()
                                .filter(step -> step.least() && waits(step, piece))
                                .map(Step::id)
                                .findFirst(),
                        steps.stream()
                                .filter(step -> isSaid(step, piece))
                                .map(step -> part(step, words))
                                .toList(),
                        steps.stream()
                                .filter(step -> !step.least() && !isSaid(step, piece))
                                .map(Step::id)
                                .toList(),
                        how.picture(piece.answers()),
                        isOpen(how, standing)
                                && piece.tried().isEmpty()
                                && how.leads()
                                        .filter(leads -> piece.answers().has(leads.what()))
                                        .isPresent(),
                        isOpen(how, standing) ? tried : Optional.empty()));
        return "techniques/piece";
    }

    @PostMapping("/{id}/try")
    @Transactional
    String lead(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        PersonId whose = Place.whose(viewer, person);
        Piece piece = pieces.visibleTo(viewer).get(whose, new PieceId(id));
        Technique how = techniques.find(piece.technique()).orElseThrow(NotFound::new);
        if (!isOpen(how, safe.visibleTo(viewer).of(piece))) {
            throw new NotFound();
        }
        Place place = place(viewer, whose);
        if (how.leadsToAsserting() && safe.visibleTo(viewer).of(piece) == Standing.NOT_ASKED) {
            return "redirect:" + place.base() + "/" + id + "/is-it-safe";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    if (piece.tried().isEmpty()) {
                        try {
                            pieces.visibleTo(viewer).lead(whose, piece.id(), how, Optional.empty());
                        } catch (PieceChanged changed) {
                            throw new Conflict(List.of(), place.base() + "/" + id);
                        }
                    }
                    return place.base() + "/" + id + "?done=techniques.done.on-the-week";
                });
    }

    @PostMapping("/{id}/removal")
    @Transactional
    String remove(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        PersonId whose = Place.whose(viewer, person);
        Place place = place(viewer, whose);
        return "redirect:"
                + once.effect(idem, () -> {
                    pieces.visibleTo(viewer).remove(whose, new PieceId(id));
                    return place.base() + "?done=techniques.done.removed";
                });
    }

    /** Whether what comes of it may be put on the week. */
    private static boolean isOpen(Technique how, Standing standing) {
        return standing != Standing.CLOSED || !how.leadsToAsserting();
    }

    private Place place(Viewer viewer, PersonId whose) {
        return Place.of(viewer, pieces.visibleTo(viewer).person(whose));
    }

    private boolean isWhole(Viewer viewer, Piece piece) {
        return piece.isWhole(
                techniques.find(piece.technique()).orElseThrow(),
                safe.visibleTo(viewer).of(piece) != Standing.CLOSED);
    }

    private static boolean waits(Step step, Piece piece) {
        return step.questions().stream()
                .anyMatch(question ->
                        question.needed() && question.fields().stream().noneMatch(piece.answers()::has));
    }

    private static boolean isSaid(Step step, Piece piece) {
        return step.questions().stream()
                .flatMap(question -> question.fields().stream())
                .anyMatch(piece.answers()::has);
    }

    private static PiecePage.Part part(Step step, Worded words) {
        return new PiecePage.Part(
                step.id(), step.questions().stream().map(words::of).toList());
    }

    private Optional<Try> found(Viewer viewer, PersonId whose, tombolo.week.TryId id) {
        return tries.visibleTo(viewer).of(whose).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private List<WorkPage.Line> lines(List<Piece> some, Map<RelationshipId, Confidential> names, ZoneId zone) {
        return some.stream()
                .map(piece -> new WorkPage.Line(
                        piece.id().toString(),
                        techniques.find(piece.technique()).orElseThrow().texts(),
                        StepController.about(piece, names),
                        LocalDate.ofInstant(piece.changedAt(), zone)))
                .toList();
    }

    private List<WorkPage.Trend> trends(List<Piece> pieces, ZoneId zone) {
        return techniques.all().stream()
                .flatMap(how -> trend(how, pieces, zone).stream())
                .toList();
    }

    /** Over two pieces at least; what was never marked has no row. */
    private static Optional<WorkPage.Trend> trend(Technique how, List<Piece> pieces, ZoneId zone) {
        List<Question.Some> marks = how.questions()
                .filter(Question.Some.class::isInstance)
                .map(Question.Some.class::cast)
                .toList();
        List<Piece> marked = pieces.stream()
                .filter(piece -> piece.technique().equals(how.id()))
                .filter(piece -> marks.stream().anyMatch(some -> piece.answers().has(some.id())))
                .sorted(Comparator.comparing(Piece::begunAt).reversed())
                .limit(MOST_IN_A_TREND)
                .toList()
                .reversed();
        List<WorkPage.Row> rows = marks.stream()
                .flatMap(some -> some.options().stream()
                        .map(option -> new WorkPage.Row(
                                how.texts() + "." + some.id() + "." + option,
                                marked.stream()
                                        .map(piece ->
                                                piece.answers().all(some.id()).contains(option))
                                        .toList())))
                .filter(row -> row.marked().contains(true))
                .toList();
        List<LocalDate> days = marked.stream()
                .map(piece -> LocalDate.ofInstant(piece.begunAt(), zone))
                .toList();
        return marked.size() < 2 ? Optional.empty() : Optional.of(new WorkPage.Trend(how.texts(), days, rows));
    }

    private List<WorkPage.Closed> closed(
            Viewer viewer, PersonId whose, Map<RelationshipId, Confidential> names, ZoneId zone) {
        if (!safe.visibleTo(viewer).mayRead(whose)) {
            return List.of();
        }
        return safe.visibleTo(viewer).all(whose).stream()
                .filter(one -> one.answer() != SafeToSay.Answer.SAFE)
                .map(one -> new WorkPage.Closed(
                        Optional.ofNullable(names.get(one.with()))
                                .map(Confidential::words)
                                .orElse(""),
                        one.answer(),
                        LocalDate.ofInstant(one.at(), zone)))
                .toList();
    }
}
