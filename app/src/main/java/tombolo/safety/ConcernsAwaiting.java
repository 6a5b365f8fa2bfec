package tombolo.safety;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** What a human must answer stands first on the desk. */
@Component
@Order(0)
class ConcernsAwaiting implements Awaiting {
    private final Concerns concerns;
    private final Practices practices;
    private final ProgrammeTime time;

    ConcernsAwaiting(Concerns concerns, Practices practices, ProgrammeTime time) {
        this.concerns = concerns;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "safety.desk.waiting";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        ZoneId zone = practices.current().zone();
        return concerns.visibleTo(viewer).all().stream()
                .map(seen -> {
                    boolean late = seen.concern().isLate(time.now());
                    return new Line(
                            seen.person()
                                    .flatMap(person -> person.name().map(Confidential::words))
                                    .orElse(""),
                            late ? "safety.desk.waiting.late" : "safety.desk.waiting.by",
                            LocalDate.ofInstant(
                                    late
                                            ? seen.concern().openedAt()
                                            : seen.concern().due(),
                                    zone),
                            "/desk/concerns/" + seen.concern().id(),
                            late);
                })
                .toList();
    }
}
