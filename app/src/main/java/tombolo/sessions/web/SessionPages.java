package tombolo.sessions.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.Focus;
import tombolo.course.Phase;
import tombolo.course.ProblemArea;
import tombolo.course.ProblemAreas;
import tombolo.formulation.Formulation;
import tombolo.formulation.Sentence;
import tombolo.inventory.RelationshipId;
import tombolo.measures.Alert;
import tombolo.measures.AlertAction;
import tombolo.measures.Charts;
import tombolo.measures.Questionnaires;
import tombolo.sessions.Hour;
import tombolo.sessions.NotesLeftBehind;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionPlan;
import tombolo.sessions.SessionPlan.Line;
import tombolo.sessions.SessionPlan.Source;
import tombolo.sessions.ThreadSoFar;
import tombolo.sessions.WholeThread;
import tombolo.sessions.web.SessionPage.At;
import tombolo.sessions.web.SessionPage.First;
import tombolo.sessions.web.SessionPage.Hand;
import tombolo.sessions.web.SessionPage.Quote;
import tombolo.sessions.web.SessionPage.Unsigned;
import tombolo.sessions.web.Together.Work;
import tombolo.techniques.Piece;
import tombolo.techniques.Question;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.techniques.WhatItIsAbout;
import tombolo.ui.Draft;
import tombolo.ui.Language;
import tombolo.ui.Said;
import tombolo.ui.Texts;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** Lays out what hangs on the thread for one hour. */
@Component
class SessionPages {
    private static final int QUOTES = 2;
    private static final int HALF_DONE = 3;

    /** Longer ago than this nobody remembers an hour well enough to begin its note. */
    private static final Duration LATELY = Duration.ofDays(28);

    /** Letters of anybody's words that stand in sight; the rest is one press away. */
    static final int IN_SIGHT = 110;

    private final Texts texts;
    private final Questionnaires questionnaires;
    private final Techniques techniques;
    private final WhatItIsAbout what;
    private final ProblemAreas areas;
    private final HourFacts facts;
    private final NotesLeftBehind leftBehind;

    SessionPages(
            Texts texts,
            Questionnaires questionnaires,
            Techniques techniques,
            WhatItIsAbout what,
            ProblemAreas areas,
            HourFacts facts,
            NotesLeftBehind leftBehind) {
        this.texts = texts;
        this.questionnaires = questionnaires;
        this.techniques = techniques;
        this.what = what;
        this.areas = areas;
        this.facts = facts;
        this.leftBehind = leftBehind;
    }

    /** What the thread and the variant suggest for the hour, in the therapist's language. */
    List<Line> suggested(Language language, WholeThread thread, Hour hour) {
        List<String> found =
                thread.alerts().stream().map(alert -> said(language, alert)).toList();
        return thread.before(hour, found, worked(language, thread, thread.piecesBefore(hour))).suggests().stream()
                .map(it -> new Line(it.source(), said(language, it.said()), false))
                .toList();
    }

    /** What a plan that was kept may ask of whoever has died since. */
    Set<String> askedNoMore(Language language, WholeThread thread) {
        return thread.aside().stream()
                .map(tried -> said(language, ThreadSoFar.howItWent(tried.words().what())))
                .collect(Collectors.toSet());
    }

    private String said(Language language, Said line) {
        return shortened(texts.say(language, line), SessionPlan.LONGEST);
    }

    /** What a technique is called, and whom or what the piece of work is about. */
    List<String> worked(Language language, WholeThread thread, List<Piece> pieces) {
        return pieces.stream()
                .flatMap(piece -> techniques.find(piece.technique()).stream().map(how -> {
                    String about = what.of(piece, how, thread.circles(), language);
                    String title = texts.say(language, Said.of(how.texts() + ".title"));
                    return about.isEmpty() ? title : title + ": " + about;
                }))
                .toList();
    }

    /** What can be worked on in the hour, with whoever the focus has to do with or, else, came up last time. */
    Together together(Language language, WholeThread thread, Hour hour) {
        Course course = thread.course().orElseThrow();
        String base = "/desk/people/" + thread.person().id() + "/techniques/";
        Optional<RelationshipId> who = thread.whomItIsAbout(hour);
        List<Work> halfDone = thread.pieces().stream()
                .filter(piece -> !piece.whole())
                .limit(HALF_DONE)
                .flatMap(piece -> techniques.find(piece.technique()).stream()
                        .map(how -> new Work(
                                how.texts() + ".title",
                                what.of(piece, how, thread.circles(), language),
                                base + piece.id())))
                .toList();
        List<Work> offered =
                techniques
                        .fitting(
                                phase(course, hour),
                                course.focus().map(Focus::areas).orElse(List.of()))
                        .stream()
                        .map(how -> offer(
                                how, who.filter(it -> mayBeAbout(thread, how, it)), base + "new/" + how.id(), thread))
                        .toList();
        return new Together(thread.person().id(), halfDone, offered);
    }

    /** Nothing is asked of whoever has died. */
    private static boolean mayBeAbout(WholeThread thread, Technique how, RelationshipId who) {
        return how.asksWhomFirst() && (how.mayBeAboutTheDead() || !thread.died().contains(who));
    }

    private static Work offer(Technique how, Optional<RelationshipId> who, String href, WholeThread thread) {
        return new Work(
                how.texts() + ".title",
                who.flatMap(thread::called).orElse(""),
                href + who.map(it -> "?" + Question.Whom.WHO + "=" + it.value()).orElse(""));
    }

    private String said(Language language, Alert alert) {
        String measure = alert.instrument()
                .map(questionnaires::get)
                .map(Questionnaires::name)
                .map(name -> texts.say(language, name))
                .orElse("");
        return texts.say(language, alert.says(measure));
    }

    /** What asks to look again, and what was to be taken to supervision, each with what was written about it. */
    List<String> toBring(Language language, List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.acknowledged()
                        .map(it -> it.action() == AlertAction.SUPERVISION)
                        .orElse(true))
                .map(alert -> said(language, alert)
                        + alert.acknowledged()
                                .flatMap(Alert.Acknowledgement::words)
                                .map(words -> " " + words.words())
                                .orElse(""))
                .toList();
    }

    /** On one line, and no longer than this; cut between two words, so that no half of a name is left. */
    static String shortened(String words, int most) {
        String one = oneLine(words);
        if (one.length() <= most) {
            return one;
        }
        int space = one.lastIndexOf(' ', most - 1);
        return one.substring(0, space > most / 2 ? space : most - 1).strip() + "…";
    }

    static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    SessionPage lay(
            Viewer viewer,
            Language language,
            WholeThread thread,
            Optional<Hour> hour,
            Optional<SessionPlan> plan,
            ZoneId zone) {
        List<First> first = plan.stream()
                .flatMap(it -> it.lines().stream())
                .map(Line::source)
                .filter(Source::isAboutSafety)
                .distinct()
                .map(source -> first(thread, source))
                .toList();
        SessionPage.Hand hand = hand(viewer, thread, hour, zone);
        return new SessionPage(
                thread.person().id(),
                thread.name(),
                thread.spokenOf(),
                thread.course().flatMap(course -> hour.map(it -> at(course, it))),
                first,
                hour.map(it -> quotes(thread, it, zone)).orElse(List.of()),
                new SessionPage.Plan(
                        plan.map(SessionPlan::lines).orElse(List.of()),
                        plan.map(SessionPlan::version).orElse(0),
                        hand.isLate()),
                agreed(thread),
                Charts.of(thread.measures(), zone).stream().findFirst(),
                hour.map(it -> facts.of(language, thread, it, zone)).orElse(List.of()),
                hour.map(it -> together(language, thread, it)),
                hand,
                zone);
    }

    private static First first(WholeThread thread, Source source) {
        String people = "/desk/people/" + thread.person().id();
        return switch (source) {
            case CONCERN ->
                new First(
                        Said.of("sessions.desk.first.concern"), thread.concern().map(it -> "/desk/concerns/" + it));
            case ITEM_NINE ->
                new First(
                        Said.of(
                                switch (thread.itemNine()) {
                                    case LEFT_OUT -> "sessions.desk.first.left-out";
                                    case NOT_ON_THE_FORM -> "sessions.desk.first.not-on-the-form";
                                    case ABOVE_NOT_AT_ALL, NOTHING -> "sessions.desk.first.item-nine";
                                }),
                        Optional.of(people + "/safety-plan"));
            case NOT_SAFE -> new First(Said.of("sessions.desk.first.not-safe"), Optional.of(people + "/techniques"));
            case ALERT, TRIES, WORK, CAME_UP, MEASURES, ENDING, CONTENT, TIME_LEFT, OWN ->
                new First(Said.of("sessions.desk.first.alert"), Optional.of(people + "/look-again"));
        };
    }

    At at(Course course, Hour hour) {
        int planned = course.sessionsPlanned();
        List<String> focus = course.focus().stream()
                .flatMap(it -> areas.of(it.areas()).stream())
                .map(ProblemArea::name)
                .toList();
        return new At(
                hour,
                planned,
                "sessions.desk.phase." + phase(course, hour).name().toLowerCase(Locale.ROOT),
                focus,
                course.variant().name(),
                IntStream.rangeClosed(1, planned)
                        .mapToObj(session -> session > 1
                                && course.phases().at(session)
                                        != course.phases().at(session - 1))
                        .toList());
    }

    private static Phase phase(Course course, Hour hour) {
        return course.phases().at(Math.min(hour.number(), course.sessionsPlanned()));
    }

    /** Their own words since the session before, the newest first; fewer where what they said of a try stands beside it. */
    private static List<Quote> quotes(WholeThread thread, Hour hour, ZoneId zone) {
        Instant since = thread.noteBefore(hour).map(SessionNote::begunAt).orElse(Instant.MIN);
        long toldOfTries = thread.triesBefore(hour).stream()
                .flatMap(tried -> tried.outcome().stream())
                .filter(told -> !told.words().isBlank())
                .count();
        Stream<Quote> moods = thread.moods().stream()
                .filter(mood -> mood.writtenAt().isAfter(since))
                .filter(mood -> !mood.words().event().isBlank())
                .map(mood -> new Quote(shortened(mood.words().event(), IN_SIGHT), mood.day()));
        return moods.sorted(Comparator.comparing(Quote::day).reversed())
                .limit(Math.max(1, QUOTES - toldOfTries))
                .toList();
    }

    /** The formulation both agreed, else the goals of the contract; nothing that one of them alone has written. */
    static List<String> agreed(WholeThread thread) {
        List<String> formulation = thread.formulation()
                .map(Formulation::sentences)
                .map(sentences -> Stream.of(Sentence.values())
                        .map(sentences::at)
                        .filter(words -> !words.isBlank())
                        .toList())
                .orElse(List.of());
        return formulation.isEmpty()
                ? thread.course().stream()
                        .flatMap(course -> course.goals().stream())
                        .map(goal -> goal.text())
                        .toList()
                : formulation;
    }

    private Hand hand(Viewer viewer, WholeThread thread, Optional<Hour> hour, ZoneId zone) {
        LocalDate today = facts.today(zone);
        Optional<SessionNote> note = hour.flatMap(thread::note);
        String state = state(viewer, thread, hour, note);
        List<Unsigned> unsigned = thread.notes().stream()
                .filter(it -> !it.isSigned()
                        && (it.begunBy().equals(viewer.account()) || leftBehind.isFor(viewer, thread.person(), it)))
                .filter(it -> !hour.equals(Optional.of(it.hour())))
                .map(it -> new Unsigned(it.hour(), it.id()))
                .toList();
        return new Hand(
                state,
                note.map(SessionNote::id),
                note.map(SessionNote::version).orElse(0),
                hour.flatMap(thread::held),
                note.map(it -> jotted(viewer, thread, it)).orElse(""),
                unsigned,
                thread.withoutNote(facts.now().minus(LATELY)).stream()
                        .filter(held ->
                                hour.filter(it -> it.number() == held.number()).isEmpty())
                        .toList(),
                state.equals("begin") ? thread.unsaid(today, zone) : Optional.empty(),
                thread.nextFollowUp(today, zone).isPresent());
    }

    private static String state(Viewer viewer, WholeThread thread, Optional<Hour> hour, Optional<SessionNote> note) {
        if (thread.course().isEmpty()) {
            return "none";
        }
        if (hour.isEmpty()) {
            return "over";
        }
        if (note.isPresent()) {
            return note.get().isSigned()
                    ? "signed"
                    : note.get().begunBy().equals(viewer.account()) ? "writing" : "colleague";
        }
        return switch (thread.course().get().state()) {
            case PAUSED -> "resting";
            case ENDED -> "over";
            case INTAKE, UNDERWAY -> "begin";
        };
    }

    /** What is in the private part, with what was typed on this page and not sent. */
    private static String jotted(Viewer viewer, WholeThread thread, SessionNote note) {
        if (note.isSigned() || !note.begunBy().equals(viewer.account())) {
            return "";
        }
        String kept = note.privately().map(Confidential::words).orElse("");
        return thread.jotted()
                .map(Draft::words)
                .map(words -> words.getOrDefault("privately", ""))
                .filter(words -> !words.isBlank())
                .orElse(kept);
    }
}
