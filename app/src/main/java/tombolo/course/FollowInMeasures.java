package tombolo.course;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.measures.Series;

/** The scores belong to the course from its first session on: they learn how many were agreed, and when it is over. */
@Component
class FollowInMeasures {
    private final Series series;

    FollowInMeasures(Series series) {
        this.series = series;
    }

    @EventListener
    void agreed(ContractAgreed agreed) {
        series.plan(agreed.course().value(), agreed.sessions());
    }

    @EventListener
    void takenBack(ContractTakenBack takenBack) {
        series.plan(takenBack.course().value(), takenBack.sessions());
    }

    @EventListener
    void ended(CourseEnded ended) {
        series.end(ended.course().value());
    }
}
