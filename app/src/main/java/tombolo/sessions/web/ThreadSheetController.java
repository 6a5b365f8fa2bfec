package tombolo.sessions.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.course.Course;
import tombolo.course.Goal;
import tombolo.ending.EndingReview;
import tombolo.ending.EndingReviews;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.Snapshot;
import tombolo.inventory.Snapshots;
import tombolo.inventory.Tie;
import tombolo.measures.Alerts;
import tombolo.measures.Charts;
import tombolo.people.Consents;
import tombolo.people.Purpose;
import tombolo.practice.Practices;
import tombolo.sessions.Hour;
import tombolo.sessions.LeftOut;
import tombolo.sessions.SessionNote;
import tombolo.sessions.WholeThread;
import tombolo.sessions.WholeThreads;
import tombolo.sessions.web.ThreadSheetPage.Happened;
import tombolo.sessions.web.ThreadSheetPage.Line;
import tombolo.techniques.Piece;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Timelines;
import tombolo.ui.Language;
import tombolo.ui.Said;
import tombolo.ui.Texts;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The thread on one sheet: for the hour, for supervision without names, for the ending. */
@Controller
@RequestMapping("/desk/people/{person}/thread-sheet")
class ThreadSheetController {
    private static final int MOST_HAPPENED = 9;
    private static final int MOST_TO_BRING = 3;
    private static final int LONGEST = 260;

    private final WholeThreads threads;
    private final Timelines timelines;
    private final Inventories inventories;
    private final Snapshots snapshots;
    private final EndingReviews reviews;
    private final Alerts alerts;
    private final SessionPages pages;
    private final HourFacts facts;
    private final Consents consents;
    private final Practices practices;
    private final Texts texts;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final Supplier<Set<String>> ordinary;

    ThreadSheetController(
            WholeThreads threads,
            Timelines timelines,
            Inventories inventories,
            Snapshots snapshots,
            EndingReviews reviews,
            Alerts alerts,
            SessionPages pages,
            HourFacts facts,
            Consents consents,
            Practices practices,
            Texts texts,
            AuditChain audit,
            ProgrammeTime time) {
        this.threads = threads;
        this.timelines = timelines;
        this.inventories = inventories;
        this.snapshots = snapshots;
        this.reviews = reviews;
        this.alerts = alerts;
        this.pages = pages;
        this.facts = facts;
        this.consents = consents;
        this.practices = practices;
        this.texts = texts;
        this.audit = audit;
        this.time = time;
        this.ordinary =
                SingletonSupplier.of(() -> LeftOut.ordinary(texts.english().values()));
    }

    @GetMapping
    @Transactional
    String sheet(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @RequestParam(name = "for", defaultValue = "hour") String purpose,
            Model model) {
        return lay(viewer, language, new PersonId(person), purpose, List.of(), model);
    }

    /** The same without some words. They are sent in the body: no word of anybody's stands in an address. */
    @PostMapping
    @Transactional
    String without(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @RequestParam(name = "word", required = false) @Nullable List<String> words,
            Model model) {
        return lay(viewer, language, new PersonId(person), "supervision", words == null ? List.of() : words, model);
    }

    private String lay(
            Viewer viewer, Language language, PersonId person, String asked, List<String> words, Model model) {
        String purpose = List.of("supervision", "ending").contains(asked) ? asked : "hour";
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        WholeThread thread = threads.visibleTo(viewer).of(person, today, zone);
        Inventory inventory = inventories.visibleTo(viewer).toCompare(person);
        boolean agreed = consents.stands(person, Purpose.SUPERVISION);
        boolean supervision = purpose.equals("supervision") && agreed;
        if (supervision) {
            audit.record(viewer, Act.EXPORTED, person, "session");
        }
        Map<String, String> names = supervision ? names(language, thread, inventory) : Map.of();
        LeftOut leftOut = new LeftOut(names, words, supervision ? ordinary.get() : Set.of());
        UnaryOperator<String> said =
                supervision ? text -> leftOut.in(SessionPages.oneLine(text)) : UnaryOperator.identity();
        Optional<Hour> hour = thread.hour(today, zone);
        List<Happened> happened = happened(viewer, person, said);
        List<Line> lines = lines(language, thread, hour, said);
        Optional<EndingReview.Parts> parts =
                reviews.visibleTo(viewer).of(person).map(EndingReview::parts);
        List<Line> ending = ending(parts, thread, said);
        List<String> bring = supervision ? toBring(viewer, language, person, said) : List.of();
        List<String> formulation =
                SessionPages.agreed(thread).stream().map(said).toList();
        List<String> goals = thread.course().stream()
                .flatMap(it -> it.goals().stream()
                        .map(goal -> said.apply(goal.text()) + " (" + near(language, it, goal, parts, zone) + ")"))
                .toList();
        Optional<Snapshot> then = oldest(inventory);
        List<String> all = Stream.of(
                        happened.stream().map(Happened::what),
                        lines.stream().map(Line::says),
                        ending.stream().map(Line::says),
                        bring.stream(),
                        formulation.stream(),
                        goals.stream())
                .flatMap(it -> it)
                .toList();
        model.addAttribute(
                "page",
                new ThreadSheetPage(
                        person,
                        supervision ? "supervision" : purpose.equals("supervision") ? "hour" : purpose,
                        supervision ? "" : thread.name(),
                        agreed,
                        thread.course().flatMap(course -> hour.map(it -> pages.at(course, it))),
                        today,
                        happened,
                        CirclesThenAndNow.dots(
                                inventory,
                                then,
                                supervision
                                        ? who -> label(language, who)
                                        : who -> who.name().words()),
                        then.map(it -> LocalDate.ofInstant(it.signed().at(), zone)),
                        Charts.of(thread.measures(), zone).stream().findFirst(),
                        hour.map(it -> facts.scores(language, thread, it)).orElse(""),
                        formulation,
                        goals,
                        lines,
                        ending,
                        bring,
                        supervision ? leftOut.perhaps(all) : List.of(),
                        words));
        return "sessions/sheet";
    }

    private Map<String, String> names(Language language, WholeThread thread, Inventory inventory) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!thread.name().isBlank()) {
            names.put(thread.name(), texts.say(language, "sessions.desk.sheet.person"));
        }
        inventory.people().forEach(who -> names.put(who.name().words(), label(language, who)));
        return names;
    }

    /** What somebody is to the person, in place of their name. */
    private String label(Language language, Relationship who) {
        Tie tie = who.description().tie();
        return texts.say(
                language,
                "inventory.tie."
                        + (tie == null ? Tie.OTHER : tie)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
    }

    private List<Happened> happened(Viewer viewer, PersonId person, UnaryOperator<String> said) {
        return timelines.visibleTo(viewer).of(person).inShort(MOST_HAPPENED).stream()
                .map(entry -> new Happened(
                        entry.when(),
                        SessionPages.shortened(said.apply(entry.words().what()), LONGEST),
                        entry instanceof SymptomMark))
                .toList();
    }

    private List<Line> lines(Language language, WholeThread thread, Optional<Hour> hour, UnaryOperator<String> said) {
        Optional<SessionNote> last = thread.notes().stream()
                .filter(note ->
                        hour.map(it -> it.course().equals(note.hour().course())).orElse(true))
                .filter(note -> !note.words().isBlank())
                .max(Comparator.comparing(SessionNote::begunAt)
                        .thenComparing(note -> note.hour().number()));
        List<Line> lines = new ArrayList<>();
        last.ifPresent(note -> {
            Map<String, String> words = new LinkedHashMap<>();
            words.put("sessions.desk.note.since", note.words().since());
            words.put("sessions.desk.note.focus", note.words().focus());
            words.put("sessions.desk.note.decided", note.words().decided());
            words.put("sessions.desk.note.tries", HourFacts.lastPlan(thread, note));
            words.put("sessions.desk.sheet.agreed", HourFacts.agreedSince(thread, note));
            words.forEach((label, text) -> {
                if (!text.isBlank()) {
                    lines.add(new Line(label, SessionPages.shortened(said.apply(text), LONGEST)));
                }
            });
        });
        List<Piece> lately = hour.map(thread::piecesBefore).orElse(List.of());
        List<Piece> pieces =
                lately.isEmpty() ? thread.pieces().stream().limit(2).toList() : lately;
        pages.worked(language, thread, pieces)
                .forEach(piece -> lines.add(new Line("sessions.desk.sheet.worked", said.apply(piece))));
        return lines;
    }

    private List<String> toBring(Viewer viewer, Language language, PersonId person, UnaryOperator<String> said) {
        return pages.toBring(language, alerts.visibleTo(viewer).of(person)).reversed().stream()
                .limit(MOST_TO_BRING)
                .map(words -> SessionPages.shortened(said.apply(words), LONGEST))
                .toList();
    }

    /** Where a goal began, where both marked it on the way and at the end, and what would be enough. */
    private String near(
            Language language, Course course, Goal goal, Optional<EndingReview.Parts> written, ZoneId zone) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
        List<Said> near = new ArrayList<>();
        near.add(Said.of("sessions.desk.sheet.goal.began", goal.baseline()));
        course.goalsMarked().stream()
                .filter(marked -> marked.near().containsKey(goal.id()))
                .forEach(marked -> near.add(Said.of(
                        "sessions.desk.sheet.goal.marked",
                        marked.near().get(goal.id()),
                        day.format(marked.signed().at().atZone(zone)))));
        written.stream()
                .flatMap(parts -> parts.goals().stream())
                .filter(reached -> reached.goal().equals(goal.id()))
                .forEach(reached -> near.add(Said.of("sessions.desk.sheet.goal.end", reached.now())));
        goal.enough().ifPresent(enough -> near.add(Said.of("sessions.desk.sheet.goal.enough", enough)));
        return near.stream().map(one -> texts.say(language, one)).collect(Collectors.joining(", "));
    }

    /** What was put down in the last sessions, in its order. */
    private List<Line> ending(Optional<EndingReview.Parts> written, WholeThread thread, UnaryOperator<String> said) {
        Map<String, String> words = new LinkedHashMap<>();
        written.ifPresent(parts -> {
            words.put("ending.changed", parts.changed());
            words.put("ending.helped", parts.helped());
            words.put("ending.signs", String.join("; ", parts.signs()));
            words.put(
                    "ending.people",
                    parts.people().stream()
                            .map(one -> thread.called(one.who()).orElse(one.name()))
                            .collect(Collectors.joining(", ")));
            words.put("ending.steps", String.join("; ", parts.steps()));
            words.put("ending.ahead", parts.ahead());
        });
        return words.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .map(one -> new Line(one.getKey(), SessionPages.shortened(said.apply(one.getValue()), LONGEST)))
                .toList();
    }

    private Optional<Snapshot> oldest(Inventory inventory) {
        List<Snapshot> kept = snapshots.of(inventory, List.of());
        return kept.isEmpty()
                ? Optional.empty()
                : snapshots.of(inventory, List.of(kept.getLast().id())).stream()
                        .filter(it -> it.id().equals(kept.getLast().id()))
                        .findFirst();
    }
}
