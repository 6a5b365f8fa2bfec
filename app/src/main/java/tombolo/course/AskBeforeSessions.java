package tombolo.course;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.course.Course.State;
import tombolo.database.EachApart;
import tombolo.database.Job;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentCancelled;
import tombolo.diary.AppointmentInDoubt;
import tombolo.diary.AppointmentMissed;
import tombolo.diary.AppointmentMoved;
import tombolo.diary.BookedHours;
import tombolo.diary.Side;
import tombolo.measures.Answered;
import tombolo.measures.Answering;
import tombolo.measures.Askings;
import tombolo.measures.LinkEnds;
import tombolo.measures.OwnWords;
import tombolo.measures.Questionnaires;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/**
 * Asks what the variant asks before each session that is booked: once for an appointment, and anew when it is moved. Where
 * nobody but the therapist reads, the questions open a day before the session, in which they are read together.
 */
@Component
class AskBeforeSessions implements Job {
    /** So long before the session questions open also where nobody else reads them. */
    private static final Duration READ_IN_THE_SESSION = Duration.ofHours(24);

    private static final Duration A_FORTNIGHT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Courses courses;
    private final BookedHours hours;
    private final Askings askings;
    private final Answering answering;
    private final Questionnaires questionnaires;
    private final OwnWords ownWords;
    private final Outbox outbox;
    private final Optional<String> address;
    private final ProgrammeTime time;
    private final EachApart each;

    AskBeforeSessions(
            JdbcClient jdbc,
            Courses courses,
            BookedHours hours,
            Askings askings,
            Answering answering,
            Questionnaires questionnaires,
            OwnWords ownWords,
            Outbox outbox,
            @Value("${tombolo.url:#{null}}") @Nullable String address,
            ProgrammeTime time,
            EachApart each) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.hours = hours;
        this.askings = askings;
        this.answering = answering;
        this.questionnaires = questionnaires;
        this.ownWords = ownWords;
        this.outbox = outbox;
        this.address = Optional.ofNullable(address);
        this.time = time;
        this.each = each;
    }

    @Override
    public String name() {
        return "ask-before-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    /** Each in a transaction of its own, so that a trouble with one does not keep the others from being asked. */
    @Override
    public void run() {
        Instant now = time.now();
        each.run(() -> askings.answered(askedSince(now.minus(A_FORTNIGHT))), this::needsNoAnswer);
        each.run(courses::allOpen, course -> course.nextSession().ifPresent(session -> ask(course, session, now)));
    }

    /** Those of lately of which nobody knows here yet that they were answered. */
    private List<UUID> askedSince(Instant then) {
        return jdbc.sql("select asking_id from course_asking where practice_id = :practice and answered_at is null"
                        + " and asking_id is not null and made_at > :then")
                .param("practice", PracticeId.current().value())
                .param("then", Timestamp.from(then))
                .query((row, number) -> row.getObject("asking_id", UUID.class))
                .list();
    }

    /**
     * Only before the nearest appointment: which session a later one will be, nobody knows yet. Nor before an hour in which
     * the therapist is away: nobody would look at the answers with them, and to leave them out is no sign of anything. Of a
     * course that rests only before an hour that was booked since, in which they meet again.
     */
    private void ask(Course course, int session, Instant now) {
        Duration ahead = Duration.ofHours(course.variant().askHoursBefore());
        Optional<Appointment> next = hours.booked(course.person(), now, now.plus(ahead)).stream()
                .filter(one -> one.start().isAfter(now))
                .findFirst()
                .filter(one -> !hours.isInDoubt(one))
                .filter(one -> course.state() != State.PAUSED || course.restsAt(one.booked()))
                .filter(one -> one.start().isBefore(now.plus(READ_IN_THE_SESSION))
                        || answering.isReadAtADistance(course.person(), Optional.of(one.id())));
        List<String> measures = course.variant()
                .measures(
                        session,
                        course.sessionsPlanned(),
                        id -> questionnaires.askable(id).isPresent());
        next.ifPresent(one -> ask(course, one, session, stillToAsk(one, session, measures), now));
    }

    /** Asked anew, what was answered together before the hour was moved is not asked again. */
    private List<String> stillToAsk(Appointment hour, int session, List<String> measures) {
        return askings.leftOf(hour.id(), session)
                .map(left -> measures.stream().filter(left::contains).toList())
                .orElse(measures);
    }

    private void ask(Course course, Appointment one, int session, List<String> measures, Instant now) {
        if (!measures.isEmpty() && first(course, one)) {
            UUID asking =
                    askings.ask(course.person(), measures, Optional.of(one.id()), Optional.of(session), now, one.end());
            jdbc.sql("update course_asking set asking_id = :asking where practice_id = :practice"
                            + " and appointment_id = :appointment")
                    .param("asking", asking)
                    .param("practice", PracticeId.current().value())
                    .param("appointment", one.id())
                    .update();
            sendTheWay(course.person(), asking, now, one.start());
        }
    }

    /** By link to whoever has a word of their own to open it with; anybody else finds the questions when they sign in. */
    private void sendTheWay(PersonId person, UUID asking, Instant now, Instant start) {
        if (address.isEmpty() || !ownWords.has(person)) {
            return;
        }
        askings.link(asking)
                .ifPresent(secret -> outbox.toPerson(
                        person,
                        MessageKind.QUESTIONS_LINK,
                        "questions:" + asking,
                        Map.of("link", address.get() + "/q/" + secret.text()),
                        now,
                        start));
    }

    /** Nobody is sent to questions that are not asked any more. False when they were answered already. */
    private boolean takeBack(UUID asking) {
        outbox.withdraw("questions:" + asking);
        return askings.withdraw(asking);
    }

    private boolean first(Course course, Appointment appointment) {
        return jdbc.sql("insert into course_asking (practice_id, appointment_id, course_id, person_id, made_at)"
                                + " values (:practice, :appointment, :course, :person, :now) on conflict do nothing")
                        .param("practice", PracticeId.current().value())
                        .param("appointment", appointment.id())
                        .param("course", course.id().value())
                        .param("person", course.person().value())
                        .param("now", Timestamp.from(time.now()))
                        .update()
                == 1;
    }

    /**
     * Whoever has answered on paper or in the room is not asked again because the hour was moved. What was answered for another
     * hour leaves the questions before the one to come as they are.
     */
    @EventListener
    void answered(Answered answered) {
        if (!answered.way().isTogether()) {
            return;
        }
        jdbc
                .sql("select asking_id from course_asking where practice_id = :practice and person_id = :person"
                        + " and answered_at is null and asking_id is not null")
                .param("practice", PracticeId.current().value())
                .param("person", answered.person().value())
                .query((row, number) -> row.getObject("asking_id", UUID.class))
                .list()
                .stream()
                .filter(asking -> !askings.waits(asking))
                .forEach(this::needsNoAnswer);
    }

    private void needsNoAnswer(UUID asking) {
        outbox.withdraw("questions:" + asking);
        jdbc.sql("update course_asking set answered_at = :now where practice_id = :practice and asking_id = :asking"
                        + " and answered_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("practice", PracticeId.current().value())
                .param("asking", asking)
                .update();
    }

    /** Whoever holds the old link would stand before a closed door. */
    @EventListener
    void linkEnds(LinkEnds link) {
        outbox.withdraw("questions:" + link.asking());
    }

    @EventListener
    void moved(AppointmentMoved moved) {
        withdraw(moved.id(), moved.person());
    }

    @EventListener
    void inDoubt(AppointmentInDoubt hour) {
        withdraw(hour.id(), hour.person());
    }

    @EventListener
    void cancelled(AppointmentCancelled cancelled) {
        withdraw(cancelled.id(), cancelled.person());
    }

    /**
     * An hour the therapist did not keep: what was asked before it counts as left out by nobody. First of those who hear of it,
     * as others count what was left out.
     */
    @EventListener
    @Order(0)
    void missed(AppointmentMissed missed) {
        if (missed.by() == Side.THERAPIST) {
            withdraw(missed.id(), missed.person());
        }
    }

    private void withdraw(UUID appointment, PersonId person) {
        boolean answered = jdbc
                .sql("select asking_id from course_asking where practice_id = :practice"
                        + " and appointment_id = :appointment and person_id = :person and answered_at is null"
                        + " and asking_id is not null")
                .param("practice", PracticeId.current().value())
                .param("appointment", appointment)
                .param("person", person.value())
                .query((row, number) -> row.getObject("asking_id", UUID.class))
                .list()
                .stream()
                .anyMatch(asking ->
                        !takeBack(asking) && !askings.answered(List.of(asking)).isEmpty());
        if (answered) {
            return;
        }
        jdbc.sql("delete from course_asking where practice_id = :practice and appointment_id = :appointment"
                        + " and answered_at is null")
                .param("practice", PracticeId.current().value())
                .param("appointment", appointment)
                .update();
    }
}
