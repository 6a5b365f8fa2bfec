package tombolo.timeline;

import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tombolo.measures.ChartMarks;
import tombolo.measures.Mark;
import tombolo.people.People;
import tombolo.practice.Practices;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What happened in somebody's life, below their scores, for whoever may open the timeline and for nobody else. */
@Component
class TimelineChartMarks implements ChartMarks {
    private final Timelines timelines;
    private final People people;
    private final TimelinePart part;
    private final Practices practices;

    TimelineChartMarks(Timelines timelines, People people, TimelinePart part, Practices practices) {
        this.timelines = timelines;
        this.people = people;
        this.part = part;
        this.practices = practices;
    }

    @Override
    public List<Mark> of(PersonId person, Viewer viewer) {
        if (!people.visibleTo(viewer).mayOpen(person, part)) {
            return List.of();
        }
        ZoneId zone = practices.current().zone();
        return timelines.visibleTo(viewer).of(person).events().stream()
                .filter(event ->
                        !event.when().last().isAfter(event.when().first().plusMonths(1)))
                .map(event -> new Mark(
                        event.when().middle().atStartOfDay(zone).toInstant(),
                        Said.of("timeline.chart.mark", event.words().what())))
                .toList();
    }
}
