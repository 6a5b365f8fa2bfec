package tombolo.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.formulation.Formulation;
import tombolo.formulation.Formulations;
import tombolo.inventory.NamesOnTheCircles;
import tombolo.inventory.RelationshipId;
import tombolo.measures.Alert;
import tombolo.measures.Alerts;
import tombolo.measures.Askings;
import tombolo.measures.Responses;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.SpokenOf;
import tombolo.safety.Concerns;
import tombolo.techniques.Piece;
import tombolo.techniques.Pieces;
import tombolo.techniques.SafeToSay;
import tombolo.ui.Draft;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLog;
import tombolo.week.Tries;
import tombolo.week.Try;
import tombolo.week.TryId;

/** Gathers a thread from where its strands are kept, at one glance; who may not open one of the strands finds no thread. */
@Repository
public class WholeThreads {
    private static final int LATELY = 6;
    private static final int WEEKS = 12;
    private static final int WORKED = 8;

    private final Glances glances;
    private final SpokenOf spokenOf;
    private final Courses courses;
    private final SessionNotes notes;
    private final SessionPlans plans;
    private final Diary diary;
    private final NamesOnTheCircles circles;
    private final Responses responses;
    private final Askings askings;
    private final Alerts alerts;
    private final Tries tries;
    private final MoodLog moods;
    private final Pieces pieces;
    private final SafeToSay safe;
    private final Formulations formulations;
    private final Concerns concerns;

    WholeThreads(
            Glances glances,
            SpokenOf spokenOf,
            Courses courses,
            SessionNotes notes,
            SessionPlans plans,
            Diary diary,
            NamesOnTheCircles circles,
            Responses responses,
            Askings askings,
            Alerts alerts,
            Tries tries,
            MoodLog moods,
            Pieces pieces,
            SafeToSay safe,
            Formulations formulations,
            Concerns concerns) {
        this.glances = glances;
        this.spokenOf = spokenOf;
        this.courses = courses;
        this.notes = notes;
        this.plans = plans;
        this.diary = diary;
        this.circles = circles;
        this.responses = responses;
        this.askings = askings;
        this.alerts = alerts;
        this.tries = tries;
        this.moods = moods;
        this.pieces = pieces;
        this.safe = safe;
        this.formulations = formulations;
        this.concerns = concerns;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The threads this viewer may open: only those of people they walk with. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        public WholeThread of(PersonId id, LocalDate today, ZoneId zone) {
            Glance<String> told = spokenOf.glance();
            Glance<List<SessionNote>> noted = notes.visibleTo(viewer).lately();
            Glance<Optional<Draft>> jotted = notes.visibleTo(viewer).jotted();
            Glance<List<SessionPlan>> planned = plans.lately();
            Glance<Optional<Course>> course = courses.newest();
            Glance<List<Appointment>> appointments = diary.soon();
            Glance<List<Appointment>> unsaid = diary.unsaid();
            Glance<Map<RelationshipId, Confidential>> names = circles.glance();
            Glance<Set<RelationshipId>> died = circles.died();
            Glance<Responses.History> measures = responses.history();
            Glance<List<Instant>> asked = askings.waiting();
            Glance<List<Alert>> found = alerts.open();
            Glance<List<Try>> tried = tries.newest(LATELY);
            Glance<List<Try>> aside = tries.aside();
            Glance<List<MoodEntry>> mood = moods.newest(LATELY);
            Glance<List<Piece>> worked = pieces.newest(WORKED);
            Glance<List<Instant>> notSafe = safe.notSafeAlone();
            Glance<Optional<Formulation>> formulation = formulations.agreed();
            Glance<Optional<UUID>> concern = concerns.openNow();
            Glances.Seen seen = glances.at(
                    viewer,
                    id,
                    List.of(
                            told,
                            noted,
                            jotted,
                            planned,
                            course,
                            appointments,
                            unsaid,
                            names,
                            died,
                            measures,
                            asked,
                            found,
                            tried,
                            aside,
                            mood,
                            worked,
                            notSafe,
                            formulation,
                            concern));
            return new WholeThread(
                    seen.person(),
                    seen.of(told),
                    seen.of(course),
                    seen.of(noted),
                    seen.of(jotted),
                    seen.of(planned),
                    seen.of(appointments),
                    seen.of(unsaid),
                    seen.of(names),
                    seen.of(died),
                    seen.of(measures),
                    !seen.of(asked).isEmpty(),
                    seen.of(found),
                    seen.of(tried),
                    ahead(seen.of(tried), seen.of(appointments), today, zone),
                    seen.of(aside),
                    seen.of(mood).stream()
                            .filter(entry -> entry.day().isAfter(today.minusWeeks(WEEKS)))
                            .toList(),
                    seen.of(worked),
                    seen.of(notSafe),
                    seen.of(formulation),
                    seen.of(concern));
        }

        /** The hour in hand is today's, else the next that is booked; where none is, it could be today. */
        private Set<TryId> ahead(List<Try> tries, List<Appointment> appointments, LocalDate today, ZoneId zone) {
            LocalDate hour = appointments.stream()
                    .filter(one -> one.state() == Appointment.State.BOOKED || one.state() == Appointment.State.HELD)
                    .map(one -> LocalDate.ofInstant(one.start(), zone))
                    .filter(day -> !day.isBefore(today))
                    .min(Comparator.naturalOrder())
                    .orElse(today);
            return tries.stream()
                    .filter(tried ->
                            tried.plannedFor(zone).filter(hour::isBefore).isPresent())
                    .map(Try::id)
                    .collect(Collectors.toSet());
        }
    }
}
