package tombolo.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tombolo.course.Course;
import tombolo.course.Focus;
import tombolo.course.HeldSession;
import tombolo.diary.Appointment;
import tombolo.formulation.Formulation;
import tombolo.instruments.Instrument;
import tombolo.instruments.RiskAnswer;
import tombolo.instruments.Scored;
import tombolo.inventory.RelationshipId;
import tombolo.measures.Alert;
import tombolo.measures.Questionnaires;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.people.Person;
import tombolo.sessions.SessionNote.Agreed;
import tombolo.sessions.ThreadSoFar.Item;
import tombolo.sessions.ThreadSoFar.ItemNine;
import tombolo.techniques.Piece;
import tombolo.ui.Draft;
import tombolo.vault.Confidential;
import tombolo.week.MoodEntry;
import tombolo.week.Try;
import tombolo.week.TryId;

/**
 * What hangs on the thread of one person's course, as one viewer may see it: what a therapist has before them in the hour,
 * and what fits on the sheet.
 *
 * @param spokenOf how the person wants to be spoken of, in their words; may be empty
 * @param course the newest, if one was begun
 * @param notes those in hand and the newest signed ones, in the order of the sessions
 * @param jotted what was jotted down beside the newest note in hand and not kept
 * @param plans those that were kept last
 * @param appointments today's and those that are to be, the first first
 * @param unsaid those that are over and of which nobody has said what became of them, the first first
 * @param circles what everyone on them is called now
 * @param died those among them who have died
 * @param measures every answer that counts, and what was asked and not answered
 * @param measuresDue whether questions wait for an answer
 * @param alerts what the rules about the scores have found in the course under way and nobody has looked at, the oldest first
 * @param tries the newest first
 * @param ahead those of them that are planned for a day after the hour in hand, where the day can be read
 * @param aside what was to be tried with somebody who has died since
 * @param moods the newest first
 * @param pieces what was worked on with a technique, whichever was changed last first
 * @param notSafe when they answered alone that telling somebody hard things may not be safe
 * @param formulation the newest both agreed to
 * @param concern the open one
 */
public record WholeThread(
        Person person,
        String spokenOf,
        Optional<Course> course,
        List<SessionNote> notes,
        Optional<Draft> jotted,
        List<SessionPlan> plans,
        List<Appointment> appointments,
        List<Appointment> unsaid,
        Map<RelationshipId, Confidential> circles,
        Set<RelationshipId> died,
        Responses.History measures,
        boolean measuresDue,
        List<Alert> alerts,
        List<Try> tries,
        Set<TryId> ahead,
        List<Try> aside,
        List<MoodEntry> moods,
        List<Piece> pieces,
        List<Instant> notSafe,
        Optional<Formulation> formulation,
        Optional<UUID> concern) {

    /** A hyphen at which no row ends. */
    private static final char UNBROKEN = '\u2011';

    /** As many of one sort as are read at one look. */
    private static final int MOST = 4;

    /** What the person is called; may be empty. */
    public String name() {
        return person.name().map(Confidential::words).orElse("");
    }

    /**
     * The hour in hand: for the rest of its day the one that was held last, otherwise the one to come; once all were held, the
     * last follow-up or else the last session.
     */
    public Optional<Hour> hour(LocalDate today, ZoneId zone) {
        return course.flatMap(it -> {
            Optional<HeldSession> last = it.sessions().stream().reduce((earlier, later) -> later);
            Optional<SessionNote> followUp = followUp();
            return followUp.filter(
                            note -> LocalDate.ofInstant(note.begunAt(), zone).equals(today))
                    .map(SessionNote::hour)
                    .or(() -> it.sessionOn(today, zone)
                            .or(it::nextSession)
                            .map(number -> new Hour(person.id(), it.id().value(), number)))
                    .or(() -> followUp.map(SessionNote::hour))
                    .or(() -> last.map(held -> new Hour(person.id(), it.id().value(), held.number())));
        });
    }

    /** The newest note of an hour beyond the sessions of this course. */
    private Optional<SessionNote> followUp() {
        return notes.stream()
                .filter(note -> note.hour().isFollowUp()
                        && course.filter(
                                        it -> it.id().value().equals(note.hour().course()))
                                .isPresent())
                .max(Comparator.comparing(note -> note.hour().number()));
    }

    /** The next hour beyond the sessions agreed, or after the end: only once no session is to come, and none is today's. */
    public Optional<Hour> nextFollowUp(LocalDate today, ZoneId zone) {
        return course.filter(it -> it.state() != Course.State.PAUSED
                        && it.nextSession().isEmpty()
                        && it.sessionOn(today, zone).isEmpty()
                        && followUp()
                                .filter(note -> LocalDate.ofInstant(note.begunAt(), zone)
                                        .equals(today))
                                .isEmpty())
                .map(it -> Hour.followUp(
                        person.id(),
                        it.id().value(),
                        followUp().map(note -> note.hour().place()).orElse(0) + 1));
    }

    /** When the session of this number was held, or the follow-up. */
    public Optional<Instant> held(Hour hour) {
        if (!hour.isSession()) {
            return note(hour).map(SessionNote::begunAt);
        }
        return course.stream()
                .flatMap(it -> it.sessions().stream())
                .filter(session -> session.number() == hour.number())
                .map(HeldSession::at)
                .findFirst();
    }

    /**
     * Sessions that were held lately and have no note, the oldest first: the diary was told that the two met and nobody began
     * one. Of older ones than the notes at hand it is not known here.
     */
    public List<HeldSession> withoutNote(Instant since) {
        Instant known = notes.stream()
                .filter(SessionNote::isSigned)
                .map(SessionNote::begunAt)
                .min(Comparator.naturalOrder())
                .filter(oldest -> oldest.isAfter(since))
                .orElse(since);
        return course.stream()
                .flatMap(it -> it.sessions().stream()
                        .filter(held -> held.at().isAfter(known)
                                && note(new Hour(person.id(), it.id().value(), held.number()))
                                        .isEmpty()))
                .toList();
    }

    public Optional<SessionNote> note(Hour hour) {
        return notes.stream().filter(note -> note.hour().equals(hour)).findFirst();
    }

    /** The newest note of a session before this one. */
    public Optional<SessionNote> noteBefore(Hour hour) {
        return notes.stream()
                .filter(note -> note.hour().course().equals(hour.course())
                        && !note.hour().isMissed()
                        && isBefore(note, hour)
                        && !note.words().isBlank())
                .max(Comparator.comparing(SessionNote::begunAt)
                        .thenComparing(note -> note.hour().number()));
    }

    /** By the number among sessions and among follow-ups; between the two by when they were. */
    private boolean isBefore(SessionNote note, Hour hour) {
        return note.hour().isFollowUp() == hour.isFollowUp()
                ? note.hour().number() < hour.number()
                : note.begunAt().isBefore(held(hour).orElse(Instant.MAX));
    }

    /** The next appointment that is still ahead. */
    public Optional<Appointment> next(Instant now) {
        return appointments.stream().filter(one -> one.isAhead(now)).findFirst();
    }

    /** Today's appointment, whatever became of it. */
    public Optional<Appointment> today(LocalDate today, ZoneId zone) {
        return appointments.stream()
                .filter(one -> LocalDate.ofInstant(one.start(), zone).equals(today)
                        && (one.state() == Appointment.State.BOOKED || one.state() == Appointment.State.HELD))
                .findFirst();
    }

    /**
     * The first hour of this course, before today, of which nobody has said what became of it: it may have been the session
     * that is about to begin, and the numbers of the sessions follow their dates.
     */
    public Optional<Appointment> unsaid(LocalDate today, ZoneId zone) {
        return course.flatMap(it -> unsaid.stream()
                .filter(one -> one.end().isAfter(it.begun().at())
                        && it.comesAfterTheLast(one.start())
                        && LocalDate.ofInstant(one.start(), zone).isBefore(today))
                .findFirst());
    }

    /** Days until the contract ends; empty where none is agreed or it is over. */
    public OptionalLong daysToTheEnd(LocalDate today) {
        return course.flatMap(Course::endDate)
                .map(end -> ChronoUnit.DAYS.between(today, end))
                .filter(days -> days >= 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** What somebody is called on the circles now; empty once they have left them. */
    public Optional<String> called(RelationshipId who) {
        return Optional.ofNullable(circles.get(who)).map(Confidential::words);
    }

    /** Whom the focus has to do with, else who came up in the session before; nobody who has left the circles. */
    public Optional<RelationshipId> whomItIsAbout(Hour hour) {
        Stream<RelationshipId> focus = course.flatMap(Course::focus).stream()
                .flatMap(it -> it.people().stream())
                .map(Focus.Named::who);
        Stream<RelationshipId> cameUp = noteBefore(hour).stream().flatMap(note -> note.words().cameUp().stream());
        return Stream.concat(focus, cameUp).filter(circles::containsKey).findFirst();
    }

    /** Who came up in the session before, and whoever a try since then was with. */
    public List<String> cameUpBefore(Hour hour) {
        return Stream.concat(
                        noteBefore(hour).stream().flatMap(note -> note.words().cameUp().stream()),
                        noteBefore(hour).stream()
                                .flatMap(note -> note.words().tries().stream())
                                .map(Agreed::with)
                                .flatMap(Optional::stream))
                .distinct()
                .map(this::called)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * What was agreed in the session before, or thought of since, and older things of which was told since: two at most. Nobody
     * is asked how it went before its day is there.
     */
    public List<Try> triesBefore(Hour hour) {
        return triedBefore(hour)
                .filter(it -> it.outcome().isPresent() || !ahead.contains(it.id()))
                .limit(2)
                .toList();
    }

    /** All of them. */
    public Stream<Try> triedBefore(Hour hour) {
        Instant end = held(hour).orElse(Instant.MAX);
        Instant since = noteBefore(hour).map(SessionNote::begunAt).orElse(Instant.MIN);
        return tries.stream()
                .filter(it -> it.agreedAt().isBefore(end)
                        && it.session().map(in -> in < hour.number()).orElse(true))
                .filter(it -> !it.agreedAt().isBefore(since)
                        || it.outcome().map(told -> told.at().isAfter(since)).orElse(false));
    }

    /** What is still to be tried and was agreed after the session of a note, or beside it. */
    public List<Try> agreedSince(SessionNote note) {
        return tries.stream()
                .filter(Try::isOpen)
                .filter(it -> !it.agreedAt().isBefore(note.begunAt()))
                .filter(it -> note.words().tries().stream()
                        .noneMatch(agreed -> agreed.what().startsWith(it.words().what())))
                .limit(MOST)
                .toList();
    }

    /** What was worked on since the session before, what is finished first. */
    public List<Piece> piecesBefore(Hour hour) {
        Instant end = held(hour).orElse(Instant.MAX);
        Instant since = noteBefore(hour).map(SessionNote::begunAt).orElse(Instant.MIN);
        return pieces.stream()
                .filter(piece ->
                        piece.changedAt().isAfter(since) && piece.changedAt().isBefore(end))
                .sorted(Comparator.comparing(Piece::whole).reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * The first and the newest score of each questionnaire in this course: PHQ-9 17 → 11.
     *
     * @param named what a questionnaire is called in the language of the page
     */
    public String scores(Hour hour, Function<Instrument, String> named) {
        Map<String, List<String>> totals = new LinkedHashMap<>();
        measures.responses().stream()
                .filter(response -> response.course().equals(Optional.of(hour.course())))
                .forEach(response -> response.score()
                        .ifPresent(score -> totals.computeIfAbsent(
                                        named.apply(response.instrument()).replace('-', UNBROKEN),
                                        id -> new ArrayList<>())
                                .add(score.total().toString())));
        return totals.entrySet().stream()
                .map(one -> one.getKey() + "\u00a0" + one.getValue().getFirst()
                        + (one.getValue().size() > 1
                                ? "\u00a0→\u00a0" + one.getValue().getLast()
                                : ""))
                .collect(Collectors.joining(" · "));
    }

    /** The answer to the question about ending one's life, where it was last asked. */
    public RiskAnswer lastRisk() {
        return measures.responses().stream()
                .map(Response::scored)
                .map(Scored::risk)
                .filter(risk -> risk != RiskAnswer.NOT_ASKED)
                .reduce((earlier, later) -> later)
                .orElse(RiskAnswer.NOT_ASKED);
    }

    /**
     * What the question about ending one's life asks of this hour. An old "not at all" says nothing of the weeks since, in
     * which the form left the question out.
     */
    public ItemNine itemNine() {
        return switch (lastRisk()) {
            case ABOVE_NOT_AT_ALL -> ItemNine.ABOVE_NOT_AT_ALL;
            case UNANSWERED -> ItemNine.LEFT_OUT;
            case NOT_ASKED, NOT_AT_ALL -> isLeftToTheRoom() ? ItemNine.NOT_ON_THE_FORM : ItemNine.NOTHING;
        };
    }

    /** Whether the newest form that has the question, or takes the place of one that has it, is without it. */
    private boolean isLeftToTheRoom() {
        return measures.responses().stream()
                .filter(one -> one.scored().risk() != RiskAnswer.NOT_ASKED
                        || Questionnaires.leavesOutTheQuestion(one.instrument()))
                .reduce((earlier, later) -> later)
                .filter(newest -> newest.scored().risk() == RiskAnswer.NOT_ASKED)
                .isPresent();
    }

    /** Whether they answered alone that telling somebody hard things may not be safe, since the hour before. */
    private boolean isToldNotSafe(Hour hour) {
        Instant since = Stream.concat(
                        course.stream()
                                .flatMap(it -> it.sessions().stream())
                                .filter(session -> session.number() < hour.number())
                                .map(HeldSession::at),
                        noteBefore(hour).map(SessionNote::begunAt).stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant end = held(hour).orElse(Instant.MAX);
        return notSafe.stream().anyMatch(at -> at.isAfter(since) && at.isBefore(end));
    }

    /** The plan that was kept for an hour; empty while nobody has touched what the thread suggests. */
    public Optional<SessionPlan> plan(Hour hour) {
        return plans.stream().filter(plan -> plan.hour().equals(hour)).findFirst();
    }

    /**
     * @param found what the rules about the scores have found, in the therapist's language
     * @param worked what was worked on since last time, in the therapist's language
     */
    public ThreadSoFar before(Hour hour, List<String> found, List<String> worked) {
        Course running = course.orElseThrow();
        return new ThreadSoFar(
                hour,
                running.sessionsPlanned(),
                concern.isPresent(),
                itemNine(),
                isToldNotSafe(hour),
                found,
                triesBefore(hour).stream().map(it -> it.words().what()).toList(),
                worked,
                cameUpBefore(hour),
                measuresDue && held(hour).isEmpty(),
                running.isEndingDue() && !hour.isFollowUp(),
                hour.isFollowUp()
                        ? List.of()
                        : running.variant().agenda(hour.number(), running.phases()).stream()
                                .map(item -> new Item(item.key(), item.text()))
                                .toList());
    }
}
