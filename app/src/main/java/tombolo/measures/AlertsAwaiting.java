package tombolo.measures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.practice.Practices;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** The courses that ask a therapist to look again, on the first page of the desk. */
@Component
@Order(40)
class AlertsAwaiting implements Awaiting {
    private final Alerts alerts;
    private final Practices practices;

    AlertsAwaiting(Alerts alerts, Practices practices) {
        this.alerts = alerts;
        this.practices = practices;
    }

    @Override
    public String title() {
        return "measures.desk.waiting";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        ZoneId zone = practices.current().zone();
        return alerts.visibleTo(viewer).waiting().stream()
                .map(one -> new Line(
                        one.person().name().map(Confidential::words).orElse(""),
                        "measures.desk.waiting.since",
                        LocalDate.ofInstant(one.alert().raised(), zone),
                        "/desk/people/" + one.person().id() + "/look-again",
                        false))
                .toList();
    }
}
