package tombolo.techniques.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tombolo.inventory.CirclesChoice;
import tombolo.inventory.RelationshipId;
import tombolo.practice.Practices;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Piece;
import tombolo.techniques.Pieces;
import tombolo.techniques.Question;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.techniques.WhatItIsAbout;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Texts;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.With;

/** What somebody has worked on, what they marked over time, what they could begin, and each technique on paper. */
@Controller
@RequestMapping({"/my/techniques", "/desk/people/{person}/techniques"})
class WorkController {
    private static final int MOST_IN_A_TREND = 6;

    private final PiecesInHand hands;
    private final Pieces pieces;
    private final Techniques techniques;
    private final SafeToSay safe;
    private final CirclesChoice circles;
    private final CirclesInView inView;
    private final WhatItIsAbout what;
    private final Practices practices;
    private final Texts texts;

    WorkController(
            PiecesInHand hands,
            Pieces pieces,
            Techniques techniques,
            SafeToSay safe,
            CirclesChoice circles,
            CirclesInView inView,
            WhatItIsAbout what,
            Practices practices,
            Texts texts) {
        this.hands = hands;
        this.pieces = pieces;
        this.techniques = techniques;
        this.safe = safe;
        this.circles = circles;
        this.inView = inView;
        this.what = what;
        this.practices = practices;
        this.texts = texts;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, Language language, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place place = hands.place(viewer, whose);
        ZoneId zone = practices.current().zone();
        Map<RelationshipId, Confidential> names = circles.names(viewer, whose);
        Map<Boolean, List<Piece>> all = pieces.visibleTo(viewer).of(whose).stream()
                .filter(piece -> techniques.find(piece.technique()).isPresent())
                .collect(Collectors.partitioningBy(Piece::whole));
        model.addAttribute(
                "page",
                new WorkPage(
                        place,
                        lines(all.getOrDefault(false, List.of()), names, language, zone),
                        lines(all.getOrDefault(true, List.of()), names, language, zone),
                        offered(),
                        trends(all.values().stream().flatMap(List::stream).toList(), names, zone),
                        closed(
                                viewer,
                                whose,
                                all.values().stream().flatMap(List::stream).toList(),
                                names,
                                zone),
                        allClosed(viewer, whose, zone)));
        return "techniques/work";
    }

    private List<WorkPage.Group> offered() {
        return Stream.of(Learning.values())
                .map(learning -> new WorkPage.Group(
                        learning.key(),
                        techniques.all().stream()
                                .filter(how -> how.learning() == learning)
                                .map(how -> new WorkPage.Offer(how.id(), how.texts()))
                                .toList()))
                .toList();
    }

    @GetMapping("/sheets/{technique}")
    @Transactional
    String sheet(
            Viewer viewer,
            Language language,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable String technique,
            Model model) {
        PersonId whose = Place.whose(viewer, person);
        Place place = hands.place(viewer, whose);
        Technique how = techniques.find(technique).orElseThrow(NotFound::new);
        List<PiecePage.Part> starts = starts(how, language);
        Answers began = starts.isEmpty() ? Answers.NONE : began(viewer, whose, how);
        Worded words = new Worded(how, texts, language, List.of(), began);
        Map<Boolean, List<PiecePage.Part>> parts = how.steps().stream()
                .flatMap(step -> how.left(step, began, true).stream())
                .collect(Collectors.partitioningBy(Step::least, Collectors.mapping(words::of, Collectors.toList())));
        model.addAttribute(
                "page",
                new SheetPage(
                        place,
                        how.texts(),
                        parts.getOrDefault(true, List.of()),
                        parts.getOrDefault(false, List.of()),
                        began.equals(Answers.NONE) ? starts : List.of(),
                        how.steps().stream()
                                .sorted(Comparator.comparing(Step::least).reversed())
                                .filter(WorkController::asserts)
                                .findFirst()
                                .map(Step::id),
                        inView.of(viewer, whose, how)));
        return "techniques/sheet";
    }

    /** Where they began with it last, if they did: the sheet is put as its steps are then. */
    private Answers began(Viewer viewer, PersonId whose, Technique how) {
        return pieces.visibleTo(viewer).of(whose).stream()
                .filter(piece -> piece.technique().equals(how.id()))
                .flatMap(piece -> how
                        .startingPoint()
                        .filter(piece.answers()::has)
                        .map(start -> Answers.NONE.with(start, piece.answers().one(start)))
                        .stream())
                .findFirst()
                .orElse(Answers.NONE);
    }

    /** What is asked of nobody but those who began there, under the name of each starting point. */
    private List<PiecePage.Part> starts(Technique how, Language language) {
        List<Step> ofSome = how.steps().stream()
                .filter(step -> how.left(step, Answers.NONE, true).isEmpty())
                .toList();
        return how.questions()
                .filter(question ->
                        how.startingPoint().filter(question.id()::equals).isPresent())
                .flatMap(question -> question instanceof Question.One one ? one.options().stream() : Stream.empty())
                .flatMap(start -> ofSome.stream().flatMap(step -> start(how, language, step, start).stream()))
                .toList();
    }

    private Optional<PiecePage.Part> start(Technique how, Language language, Step step, String start) {
        String question = how.startingPoint().orElseThrow();
        Answers began = Answers.NONE.with(question, start);
        return how.left(step, began, true)
                .map(new Worded(how, texts, language, List.of(), began)::of)
                .map(part -> new PiecePage.Part(part.step(), how.texts() + "." + question + "." + start, part.said()));
    }

    private static boolean asserts(Step step) {
        return step.asserting()
                || step.questions().stream()
                        .anyMatch(question -> question instanceof Question.One one
                                && !one.asserting().isEmpty());
    }

    private List<WorkPage.Line> lines(
            List<Piece> some, Map<RelationshipId, Confidential> names, Language language, ZoneId zone) {
        return some.stream()
                .flatMap(piece -> techniques.find(piece.technique()).stream()
                        .map(how -> new WorkPage.Line(
                                piece.id().toString(),
                                how.texts(),
                                what.of(piece, how, names, language),
                                LocalDate.ofInstant(piece.changedAt(), zone))))
                .toList();
    }

    private static String about(Piece piece, Map<RelationshipId, Confidential> names) {
        return piece.with().map(with -> with.now(names)).orElse("");
    }

    private List<WorkPage.Trend> trends(List<Piece> pieces, Map<RelationshipId, Confidential> names, ZoneId zone) {
        return techniques.all().stream()
                .filter(Technique::isSeenOverTime)
                .flatMap(how -> trend(how, pieces, names, zone).stream())
                .toList();
    }

    /** Over two pieces at least; what was never marked has no row. */
    private static Optional<WorkPage.Trend> trend(
            Technique how, List<Piece> pieces, Map<RelationshipId, Confidential> names, ZoneId zone) {
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
        List<WorkPage.Column> columns = marked.stream()
                .map(piece -> new WorkPage.Column(LocalDate.ofInstant(piece.begunAt(), zone), about(piece, names)))
                .toList();
        return marked.size() < 2 ? Optional.empty() : Optional.of(new WorkPage.Trend(how.texts(), columns, rows));
    }

    private Optional<LocalDate> allClosed(Viewer viewer, PersonId whose, ZoneId zone) {
        SafeToSay.Visible answers = safe.visibleTo(viewer);
        return answers.mayRead(whose)
                ? answers.closedTowardsAllSince(whose).map(since -> LocalDate.ofInstant(since, zone))
                : Optional.empty();
    }

    private List<WorkPage.Closed> closed(
            Viewer viewer, PersonId whose, List<Piece> all, Map<RelationshipId, Confidential> names, ZoneId zone) {
        if (!safe.visibleTo(viewer).mayRead(whose)) {
            return List.of();
        }
        Map<RelationshipId, String> before =
                With.called(all.stream().flatMap(piece -> piece.with().stream()).toList());
        return safe.visibleTo(viewer).all(whose).stream()
                .filter(one -> one.answer() != SafeToSay.Answer.SAFE)
                .map(one -> new WorkPage.Closed(
                        names.containsKey(one.with()),
                        Optional.ofNullable(names.get(one.with()))
                                .map(Confidential::words)
                                .or(() -> Optional.ofNullable(before.get(one.with())))
                                .orElse(""),
                        one.answer(),
                        LocalDate.ofInstant(one.at(), zone)))
                .toList();
    }
}
