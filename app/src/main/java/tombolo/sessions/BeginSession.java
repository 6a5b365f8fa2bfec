package tombolo.sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.inventory.RelationshipId;
import tombolo.sessions.SessionNote.Words;
import tombolo.techniques.Piece;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Viewer;
import tombolo.week.MoodEntry;
import tombolo.week.Try;
import tombolo.week.With;

/**
 * The two meet: the session counts, its appointment was held, and a note is begun with what the person has told since last
 * time, in their words. Nothing is put into it that nobody said.
 */
@Component
public class BeginSession {
    private final Courses courses;
    private final Diary diary;
    private final SessionNotes notes;
    private final ProgrammeTime time;

    BeginSession(Courses courses, Diary diary, SessionNotes notes, ProgrammeTime time) {
        this.courses = courses;
        this.diary = diary;
        this.notes = notes;
        this.time = time;
    }

    /** @param appointment the one it was, where there was one */
    public SessionNote begin(Viewer viewer, WholeThread thread, Hour hour, Optional<Appointment> appointment) {
        Instant now = time.now();
        Course course = thread.course().orElseThrow();
        if (thread.held(hour).isEmpty()) {
            course.heldSession(hour.number(), now, appointment.map(Appointment::id), viewer.account());
            courses.visibleTo(viewer).save(course);
            appointment.ifPresent(one -> diary.visibleTo(viewer).begun(one.id()));
        }
        return note(viewer, thread, hour, thread.held(hour).orElse(now));
    }

    /**
     * The two meet beyond the sessions agreed, or after the end. It counts for no session and the contract does not grow; the
     * hour has its note all the same.
     */
    public SessionNote followUp(Viewer viewer, WholeThread thread, Hour hour, Optional<Appointment> appointment) {
        appointment.ifPresent(one -> diary.visibleTo(viewer).begun(one.id()));
        return note(viewer, thread, hour, time.now());
    }

    private SessionNote note(Viewer viewer, WholeThread thread, Hour hour, Instant at) {
        SessionNote note = SessionNote.begun(hour, viewer.account(), at);
        note.write(known(thread, hour));
        notes.visibleTo(viewer).save(note);
        return note;
    }

    /** What is known already, so that it is not asked for again. */
    static Words known(WholeThread thread, Hour hour) {
        Instant since = thread.noteBefore(hour).map(SessionNote::begunAt).orElse(Instant.MIN);
        Instant end = thread.held(hour).orElse(Instant.MAX);
        List<MoodEntry> moods = thread.moods().stream()
                .filter(mood ->
                        mood.writtenAt().isAfter(since) && !mood.writtenAt().isAfter(end))
                .toList()
                .reversed();
        List<Try> tries = thread.triesBefore(hour);
        List<String> lines = new ArrayList<>();
        moods.stream()
                .filter(mood -> !mood.words().event().isBlank())
                .map(mood -> "“" + mood.words().event() + "”")
                .forEach(lines::add);
        tries.forEach(tried -> tried.outcome()
                .filter(told -> !told.words().isBlank())
                .ifPresent(told -> lines.add(tried.words().what() + ": “" + told.words() + "”")));
        List<RelationshipId> cameUp = Stream.concat(
                        moods.stream().flatMap(mood -> mood.with().stream()),
                        Stream.concat(
                                tries.stream().map(it -> it.words().with()).flatMap(Optional::stream),
                                thread.piecesBefore(hour).stream()
                                        .map(Piece::with)
                                        .flatMap(Optional::stream)))
                .map(With::who)
                .distinct()
                .filter(thread.circles()::containsKey)
                .toList();
        String told = String.join("\n", lines);
        return new Words(
                told.substring(0, Math.min(told.length(), SessionNote.LONGEST)),
                cameUp,
                "",
                Set.of(),
                "",
                List.of(),
                Optional.empty(),
                "",
                false);
    }
}
