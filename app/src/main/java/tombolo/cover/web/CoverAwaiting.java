package tombolo.cover.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.cover.Absence;
import tombolo.cover.Absences;
import tombolo.cover.ClinicalWill;
import tombolo.cover.ClinicalWills;
import tombolo.cover.HoursWhileAway;
import tombolo.cover.Transfers;
import tombolo.people.Awaiting;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** For whom the viewer stands in now, and clinical wills that ask something of them: what a message called them to the desk for. */
@Component
@Order(30)
class CoverAwaiting implements Awaiting {
    private final Absences absences;
    private final HoursWhileAway hours;
    private final ClinicalWills wills;
    private final Transfers transfers;
    private final Staff staff;
    private final Practices practices;
    private final ProgrammeTime time;

    CoverAwaiting(
            Absences absences,
            HoursWhileAway hours,
            ClinicalWills wills,
            Transfers transfers,
            Staff staff,
            Practices practices,
            ProgrammeTime time) {
        this.absences = absences;
        this.hours = hours;
        this.wills = wills;
        this.transfers = transfers;
        this.staff = staff;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "cover.desk.waiting";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        Instant now = time.now();
        ZoneId zone = practices.current().zone();
        List<Absence> all = absences.visibleTo(viewer).all();
        Stream<Line> standsIn = all.stream()
                .filter(one -> one.cover().filter(viewer.account()::equals).isPresent())
                .map(one -> new Line(
                        staff.nameOf(one.therapist()),
                        standsIn(viewer, one, now),
                        LocalDate.ofInstant(one.isNow(now) ? one.end() : one.from(), zone),
                        "/desk/away",
                        false));
        Stream<Line> putAway = all.stream()
                .filter(one -> one.therapist().equals(viewer.account())
                        && !one.madeBy().equals(viewer.account()))
                .map(one -> new Line(
                        staff.nameOf(one.madeBy()),
                        "cover.desk.waiting.put",
                        LocalDate.ofInstant(one.end(), zone),
                        "/desk/away",
                        false));
        Stream<Line> noMore = absences.visibleTo(viewer).noMore().stream()
                .map(one -> new Line(
                        staff.nameOf(one.therapist()),
                        "cover.desk.waiting.no-more",
                        LocalDate.ofInstant(one.end(), zone),
                        "/desk/away",
                        false));
        Stream<Line> handedOn = transfers.visibleTo(viewer).lately().entrySet().stream()
                .map(one -> new Line(
                        one.getValue().name().map(Confidential::words).orElse(""),
                        "cover.desk.waiting.handed-on",
                        LocalDate.ofInstant(one.getKey().at(), zone),
                        "/desk/people/" + one.getKey().person() + "/transfer",
                        false));
        ClinicalWills.Visible visible = wills.visibleTo(viewer);
        Stream<Line> asked = visible.holdsAKey()
                ? visible.all().stream().flatMap(will -> line(viewer, will, now, zone).stream())
                : Stream.of();
        return Stream.of(standsIn, putAway, noMore, handedOn, asked)
                .flatMap(Function.identity())
                .toList();
    }

    private String standsIn(Viewer viewer, Absence absence, Instant now) {
        if (!absence.isNow(now)) {
            return "cover.desk.waiting.later";
        }
        if (!hours.visibleTo(viewer).wait(absence)) {
            return "cover.desk.waiting.cover";
        }
        return viewer.is(Role.THERAPIST) ? "cover.desk.waiting.hours" : "cover.desk.waiting.hours.contact";
    }

    private List<Line> line(Viewer viewer, ClinicalWill will, Instant now, ZoneId zone) {
        boolean mine = will.therapist().equals(viewer.account());
        if (will.isOpen(now) && (mine || will.executor().equals(viewer.account()))) {
            return will.opening().flatMap(ClinicalWill.Opening::until).stream()
                    .map(until -> line(will, "cover.desk.waiting.will." + (mine ? "mine" : "open"), until, zone))
                    .toList();
        }
        if (mine) {
            return will.opening().filter(it -> !it.isConfirmed()).stream()
                    .map(it -> line(will, "cover.desk.waiting.will.yours", it.askedAt(), zone))
                    .toList();
        }
        return will.mayConfirm(viewer.account())
                ? will.opening().stream()
                        .map(it -> line(will, "cover.desk.waiting.will.asked", it.askedAt(), zone))
                        .toList()
                : List.of();
    }

    private Line line(ClinicalWill will, String what, Instant day, ZoneId zone) {
        return new Line(
                staff.nameOf(will.therapist()),
                will.own() ? what : what + ".unmade",
                LocalDate.ofInstant(day, zone),
                "/desk/clinical-wills",
                false);
    }
}
