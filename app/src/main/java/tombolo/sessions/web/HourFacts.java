package tombolo.sessions.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.measures.Questionnaires;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNote.Agreed;
import tombolo.sessions.SessionNote.Words;
import tombolo.sessions.ThreadSoFar.ItemNine;
import tombolo.sessions.WholeThread;
import tombolo.sessions.web.SessionPage.Fact;
import tombolo.sessions.web.SessionPage.Went;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Language;
import tombolo.ui.Said;
import tombolo.ui.Texts;
import tombolo.week.Try;

/** What a therapist knows of somebody at a glance when the hour begins, each fact in a line. */
@Component
class HourFacts {
    private final Texts texts;
    private final ProgrammeTime time;

    HourFacts(Texts texts, ProgrammeTime time) {
        this.texts = texts;
        this.time = time;
    }

    /** In the order of the page. */
    List<Fact> of(Language language, WholeThread thread, Hour hour, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        thread.noteBefore(hour).ifPresent(note -> facts.add(last(language, thread, hour, note)));
        String scores = scores(language, thread, hour);
        if (!scores.isEmpty()) {
            facts.add(0, new Fact("sessions.desk.fact.scores", scores));
        }
        thread.noteBefore(hour).ifPresent(note -> facts.add(cameUp(language, thread, hour)));
        facts.add(new Fact("sessions.desk.fact.item-nine", texts.say(language, Said.of(itemNine(thread)))));
        thread.daysToTheEnd(time.today(zone))
                .ifPresent(days -> facts.add(new Fact(
                        "sessions.desk.fact.end", texts.say(language, Said.of("sessions.desk.fact.end.days", days)))));
        thread.course()
                .filter(course -> course.isPastItsEnd(time.today(zone)))
                .ifPresent(course -> facts.add(new Fact(
                        "sessions.desk.fact.end", texts.say(language, Said.of("sessions.desk.fact.end.past")))));
        facts.add(new Fact(
                "sessions.desk.fact.next",
                thread.next(time.now())
                        .map(next -> moment(language, next, zone))
                        .orElseGet(() -> texts.say(language, Said.of("sessions.desk.fact.next.none")))));
        return facts;
    }

    Instant now() {
        return time.now();
    }

    LocalDate today(ZoneId zone) {
        return time.today(zone);
    }

    private static String itemNine(WholeThread thread) {
        String said = thread.itemNine() == ItemNine.NOT_ON_THE_FORM
                ? ItemNine.NOT_ON_THE_FORM.name()
                : thread.lastRisk().name();
        return "sessions.desk.fact.item-nine." + said.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first and the newest of each questionnaire, in the therapist's language. */
    String scores(Language language, WholeThread thread, Hour hour) {
        return thread.scores(hour, instrument -> texts.say(language, Questionnaires.shortName(instrument)));
    }

    /** What was agreed in the session before, and how each of it went as the person said it on their week. */
    private Fact last(Language language, WholeThread thread, Hour hour, SessionNote note) {
        List<Went> went = went(thread, hour, note);
        String decided = note.words().tries().isEmpty() ? note.words().decided() : "";
        String nothing = went.isEmpty() ? texts.say(language, Said.of("sessions.desk.fact.last.none")) : "";
        return new Fact(
                "sessions.desk.fact.last",
                decided.isBlank() ? nothing : SessionPages.shortened(decided, SessionPages.IN_SIGHT),
                Optional.of("/desk/people/" + hour.person() + "/session/notes/" + note.id()),
                went);
    }

    /**
     * As the note has it, and then what was put down beside it; of what is on no week yet, nothing is told. What was still to be
     * tried with somebody who has died since is asked after no more.
     */
    private static List<Went> went(WholeThread thread, Hour hour, SessionNote note) {
        List<Try> tries = new ArrayList<>(thread.triedBefore(hour).toList());
        List<Went> went = new ArrayList<>();
        for (Agreed agreed : note.words().tries()) {
            Optional<Try> tried = tries.stream()
                    .filter(it -> it.session()
                                    .equals(Optional.of(note.hour())
                                            .filter(Hour::isSession)
                                            .map(Hour::number))
                            && agreed.what().startsWith(it.words().what()))
                    .findFirst();
            tried.ifPresent(tries::remove);
            if (tried.isPresent()
                    || agreed.with().filter(thread.died()::contains).isEmpty()) {
                went.add(went(agreed(thread, agreed), tried));
            }
        }
        tries.stream()
                .limit(Math.max(0, Words.MOST_TRIES - went.size()))
                .forEach(tried -> went.add(went(tried.words().what(), Optional.of(tried))));
        return went;
    }

    private static Went went(String what, Optional<Try> tried) {
        Optional<Try.Outcome> outcome = tried.flatMap(Try::outcome);
        return new Went(
                SessionPages.shortened(what, SessionPages.IN_SIGHT),
                outcome.map(it -> "week.desk.how." + it.how()).orElse("week.desk.how.open"),
                outcome.map(it -> SessionPages.shortened(it.words(), SessionPages.IN_SIGHT))
                        .orElse(""));
    }

    private Fact cameUp(Language language, WholeThread thread, Hour hour) {
        List<String> people = thread.cameUpBefore(hour);
        return new Fact(
                "sessions.desk.fact.came-up",
                people.isEmpty()
                        ? texts.say(language, Said.of("sessions.desk.fact.came-up.none"))
                        : SessionPages.shortened(String.join(", ", people), SessionPages.IN_SIGHT));
    }

    private String moment(Language language, Appointment next, ZoneId zone) {
        return DateTimeFormatter.ofPattern(texts.say(language, Said.of("ui.date.moment")), language.locale())
                .format(next.start().atZone(zone));
    }

    static String lastPlan(WholeThread thread, SessionNote note) {
        String tries = note.words().tries().stream()
                .map(tried -> agreed(thread, tried))
                .collect(Collectors.joining("; "));
        return tries.isEmpty() ? note.words().decided() : tries;
    }

    /** What is still to be tried and is not in the note. */
    static String agreedSince(WholeThread thread, SessionNote note) {
        return thread.agreedSince(note).stream()
                .map(Try::words)
                .map(words -> words.what()
                        + words.with()
                                .map(with -> " · " + with.now(thread.circles()))
                                .orElse("")
                        + (words.when().isBlank() ? "" : " · " + words.when()))
                .collect(Collectors.joining("; "));
    }

    private static String agreed(WholeThread thread, Agreed tried) {
        return tried.what()
                + tried.with().flatMap(thread::called).map(name -> " · " + name).orElse("")
                + (tried.when().isBlank() ? "" : " · " + tried.when());
    }
}
