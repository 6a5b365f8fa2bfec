package tombolo.measures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tombolo.instruments.Instrument;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.practice.Practices;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The one picture of somebody's scores, for whoever may see them. */
@Component
public class Charts {
    private static final List<String> ORDER = List.of("phq-9", "gad-7", "ucla-3", "ons-loneliness");

    private final Glances glances;
    private final Responses responses;
    private final Practices practices;
    private final List<ChartMarks> marks;

    Charts(Glances glances, Responses responses, Practices practices, ObjectProvider<ChartMarks> marks) {
        this.glances = glances;
        this.responses = responses;
        this.practices = practices;
        this.marks = marks.orderedStream().toList();
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The pictures this viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /**
         * One picture for each questionnaire there is a score of, in the newest course; mood first, and of two forms of the
         * same questionnaire the one that was answered last.
         */
        public List<ScoreChart> of(PersonId person) {
            return of(person, practices.current().zone());
        }

        /** The same, for a page that has looked the zone up already. */
        public List<ScoreChart> of(PersonId person, ZoneId zone) {
            Glance<Responses.History> looked = responses.history();
            Responses.History history =
                    glances.at(viewer, person, List.of(looked)).of(looked);
            return history.responses().isEmpty()
                    ? List.of()
                    : drawn(
                            history,
                            marks.stream()
                                    .flatMap(one -> one.of(person, viewer).stream())
                                    .toList(),
                            zone);
        }
    }

    /** The same pictures of what has been looked up already, without what happened meanwhile. */
    public static List<ScoreChart> of(Responses.History history, ZoneId zone) {
        return drawn(history, List.of(), zone);
    }

    private static List<ScoreChart> drawn(Responses.History history, List<Mark> marks, ZoneId zone) {
        List<Response> ofCourse = newestCourse(history.responses());
        if (ofCourse.isEmpty()) {
            return List.of();
        }
        Instant begins = ofCourse.getFirst().taken();
        List<Mark> happened =
                marks.stream().filter(mark -> !mark.at().isBefore(begins)).toList();
        return ofCourse.stream()
                .map(Response::instrument)
                .distinct()
                .sorted(Comparator.comparingInt(Charts::order)
                        .thenComparing(one -> lastTaken(ofCourse, one), Comparator.reverseOrder())
                        .thenComparing(Instrument::id))
                .flatMap(instrument -> drawn(instrument, ofCourse, history, happened, zone).stream())
                .toList();
    }

    private static Optional<ScoreChart> drawn(
            Instrument instrument,
            List<Response> ofCourse,
            Responses.History history,
            List<Mark> happened,
            ZoneId zone) {
        Optional<UUID> course = ofCourse.getFirst().course();
        return ScoreDrawing.of(
                instrument,
                ofCourse.stream()
                        .filter(one -> one.instrument().id().equals(instrument.id()))
                        .toList(),
                history.unanswered().stream()
                        .filter(one ->
                                one.course().equals(course) && Questionnaires.isPutFor(one.instruments(), instrument))
                        .map(one -> new ScoreChart.Unanswered(one.session(), one.closed()))
                        .toList(),
                happened,
                zone);
    }

    private static List<Response> newestCourse(List<Response> all) {
        Optional<UUID> newest =
                all.reversed().stream().flatMap(one -> one.course().stream()).findFirst();
        return newest.isEmpty()
                ? all
                : all.stream().filter(one -> one.course().equals(newest)).toList();
    }

    private static int order(Instrument instrument) {
        return IntStream.range(0, ORDER.size())
                .filter(place -> Questionnaires.isPutFor(List.of(ORDER.get(place)), instrument))
                .findFirst()
                .orElse(ORDER.size());
    }

    private static Instant lastTaken(List<Response> ofCourse, Instrument instrument) {
        return ofCourse.stream()
                .filter(one -> one.instrument().id().equals(instrument.id()))
                .map(Response::taken)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
