package tombolo.sessions;

import java.util.List;
import org.springframework.stereotype.Repository;
import tombolo.course.Courses;
import tombolo.diary.Diary;
import tombolo.formulation.Formulations;
import tombolo.inventory.Inventories;
import tombolo.measures.Responses;
import tombolo.people.Person;
import tombolo.safety.Concerns;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.MoodLog;
import tombolo.week.Tries;

/** Gathers a thread from where its strands are kept; each strand is loaded through the viewer, which is the permission check. */
@Repository
public class WholeThreads {
    private static final int LATELY = 6;
    private static final int WEEKS = 12;

    private final Courses courses;
    private final SessionNotes notes;
    private final Diary diary;
    private final Inventories inventories;
    private final Responses responses;
    private final Tries tries;
    private final MoodLog moods;
    private final Formulations formulations;
    private final Concerns concerns;
    private final ProgrammeTime time;

    WholeThreads(
            Courses courses,
            SessionNotes notes,
            Diary diary,
            Inventories inventories,
            Responses responses,
            Tries tries,
            MoodLog moods,
            Formulations formulations,
            Concerns concerns,
            ProgrammeTime time) {
        this.courses = courses;
        this.notes = notes;
        this.diary = diary;
        this.inventories = inventories;
        this.responses = responses;
        this.tries = tries;
        this.moods = moods;
        this.formulations = formulations;
        this.concerns = concerns;
        this.time = time;
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

        public WholeThread of(PersonId id) {
            Person person = notes.visibleTo(viewer).person(id);
            return new WholeThread(
                    person,
                    courses.visibleTo(viewer).of(id),
                    notes.visibleTo(viewer).of(id),
                    diary.visibleTo(viewer).of(id),
                    inventories.visibleTo(viewer).toCompare(id).people(),
                    responses.visibleTo(viewer).of(id),
                    tries.visibleTo(viewer).newest(id, LATELY),
                    List.copyOf(moods.visibleTo(viewer)
                            .between(
                                    id,
                                    java.time.LocalDate.ofInstant(time.now(), java.time.ZoneOffset.UTC)
                                            .minusWeeks(WEEKS),
                                    java.time.LocalDate.ofInstant(time.now(), java.time.ZoneOffset.UTC)
                                            .plusDays(1),
                                    LATELY)),
                    formulations.visibleTo(viewer).agreedOf(id),
                    concerns.visibleTo(viewer).open(id));
        }
    }
}
