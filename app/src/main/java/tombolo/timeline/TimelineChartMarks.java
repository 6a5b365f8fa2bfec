package tombolo.timeline;

import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tombolo.measures.ChartMarks;
import tombolo.measures.Mark;
import tombolo.practice.Practices;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What happened in somebody's life, below their scores, for whoever may open the timeline and for nobody else. */
@Component
class TimelineChartMarks implements ChartMarks {
    private final Timelines timelines;
    private final Practices practices;

    TimelineChartMarks(Timelines timelines, Practices practices) {
        this.timelines = timelines;
        this.practices = practices;
    }

    @Override
    public List<Mark> of(PersonId person, Viewer viewer) {
        if (!timelines.visibleTo(viewer).mayOpen(person)) {
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
