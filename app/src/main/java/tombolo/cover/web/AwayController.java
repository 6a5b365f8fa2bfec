package tombolo.cover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.cover.Absence;
import tombolo.cover.Absences;
import tombolo.cover.ClinicalWills;
import tombolo.cover.HoursWhileAway;
import tombolo.messages.Message;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** A therapist is away: one press does all that must be done. */
@Controller
@RequestMapping("/desk/away")
class AwayController {
    private final Absences absences;
    private final HoursWhileAway hours;
    private final ClinicalWills wills;
    private final WhoCovers whoCovers;
    private final Staff staff;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    AwayController(
            Absences absences,
            HoursWhileAway hours,
            ClinicalWills wills,
            WhoCovers whoCovers,
            Staff staff,
            Practices practices,
            Once once,
            ProgrammeTime time) {
        this.absences = absences;
        this.hours = hours;
        this.wills = wills;
        this.whoCovers = whoCovers;
        this.staff = staff;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String away(Viewer viewer, Model model) {
        ZoneId zone = practices.current().zone();
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), zone).truncatedTo(ChronoUnit.MINUTES);
        return page(
                viewer,
                new Typed(
                        viewer.is(Role.THERAPIST) ? viewer.account().toString() : "",
                        now.toString(),
                        now.toLocalDate().plusDays(1).atTime(9, 0).toString(),
                        ""),
                Errors.none(),
                model);
    }

    @PostMapping
    @Transactional
    String plan(
            Viewer viewer,
            @RequestParam(defaultValue = "") String therapist,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String cover,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        Typed typed = new Typed(therapist, from, until, cover);
        Errors errors = wrong(viewer, typed);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, typed, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    Instant first = moment(from).orElseThrow();
                    Instant last = moment(until).orElseThrow();
                    AccountId who = whoCovers.chosen(therapist).orElseThrow();
                    if (absences.visibleTo(viewer)
                            .plan(who, whoCovers.chosen(cover), first, last)
                            .isEmpty()) {
                        throw meanwhile(viewer, who, first, last);
                    }
                    return "/desk/away?done=cover.done.away";
                });
    }

    /** Somebody else wrote it down at the same moment. */
    private Conflict meanwhile(Viewer viewer, AccountId who, Instant from, Instant until) {
        String theirs = absences.visibleTo(viewer)
                .meanwhile(who, from, until)
                .map(other -> wall(other.from()) + " – " + wall(other.end()))
                .orElse("");
        return new Conflict(
                List.of(new Difference("cover.desk.away.meanwhile", wall(from) + " – " + wall(until), theirs)),
                "/desk/away");
    }

    private String wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, practices.current().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    @PostMapping("/{id}/end")
    @Transactional
    String end(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        return "redirect:"
                + once.effect(idem, () -> {
                    wills.visibleTo(viewer).isBack(id);
                    return "/desk/away?done=cover.done.back";
                });
    }

    @PostMapping("/{id}/hours/{appointment}")
    @Transactional
    String takeOver(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID appointment, @RequestParam("_idem") UUID idem) {
        return "redirect:"
                + once.effect(idem, () -> {
                    hours.visibleTo(viewer).take(id, appointment);
                    return "/desk/away?done=cover.done.taken";
                });
    }

    @PostMapping("/{id}/hours/{appointment}/told")
    @Transactional
    String told(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID appointment, @RequestParam("_idem") UUID idem) {
        return "redirect:"
                + once.effect(idem, () -> {
                    hours.visibleTo(viewer).noteTold(id, appointment);
                    return "/desk/away?done=cover.done.told";
                });
    }

    private record Typed(String therapist, String from, String until, String cover) {}

    private Errors wrong(Viewer viewer, Typed typed) {
        Errors errors = Errors.none();
        Optional<AccountId> who = whoCovers.chosen(typed.therapist());
        if (who.filter(absences.visibleTo(viewer)::maySay).isEmpty()) {
            errors.add("therapist", "cover.desk.error.therapist");
        }
        Optional<Instant> from = moment(typed.from());
        Optional<Instant> until = moment(typed.until());
        if (from.isEmpty()) {
            errors.add("from", "cover.desk.error.moment");
        }
        if (until.isEmpty()) {
            errors.add("until", "cover.desk.error.moment");
        } else if (from.filter(it -> it.isBefore(until.get())).isEmpty()
                || !until.get().isAfter(time.now())) {
            errors.add("until", "cover.desk.error.until");
        } else if (who.isPresent()) {
            absences.visibleTo(viewer)
                    .meanwhile(who.get(), from.orElseThrow(), until.get())
                    .ifPresent(other -> errors.add(
                            other.from().isAfter(from.orElseThrow()) ? "until" : "from", "cover.desk.error.meanwhile"));
        }
        if (!typed.cover().equals(WhoCovers.NOBODY)
                && whoCovers.chosen(typed.cover()).isEmpty()) {
            errors.add("cover", "cover.desk.error.cover");
        } else if (who.isPresent() && whoCovers.chosen(typed.cover()).equals(who)) {
            errors.add("cover", "cover.desk.error.self");
        }
        return errors;
    }

    /** As the clock on the wall of the practice shows it; a time the clocks leave out is moved on. */
    private Optional<Instant> moment(String typed) {
        return TypedDay.moment(typed)
                .map(it -> it.atZone(practices.current().zone()).toInstant());
    }

    private String page(Viewer viewer, Typed typed, Errors errors, Model model) {
        if (!viewer.is(Role.THERAPIST)
                && !viewer.is(Role.MANAGER)
                && absences.visibleTo(viewer).all().isEmpty()
                && absences.visibleTo(viewer).noMore().isEmpty()) {
            throw new NotFound();
        }
        List<Choice> away = staff.therapists().stream()
                .filter(one -> absences.visibleTo(viewer).maySay(one.id()))
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList();
        model.addAttribute(
                "page",
                new AwayPage(
                        absences.visibleTo(viewer).all().stream()
                                .map(one -> line(viewer, one))
                                .toList(),
                        absences.visibleTo(viewer).noMore().stream()
                                .map(one -> staff.nameOf(one.therapist()))
                                .toList(),
                        absences.visibleTo(viewer).backEarly().stream()
                                .map(one -> line(viewer, one))
                                .filter(one -> !one.hours().isEmpty())
                                .toList(),
                        away,
                        away.size() == 1
                                && away.getFirst()
                                        .value()
                                        .equals(viewer.account().toString()),
                        whoCovers.but(away.size() == 1 ? away.getFirst().value() : "", viewer),
                        typed.therapist(),
                        typed.from(),
                        typed.until(),
                        typed.cover(),
                        practices.current().zone(),
                        errors));
        return "cover/away";
    }

    private AwayPage.Line line(Viewer viewer, Absence one) {
        return new AwayPage.Line(
                one.id(),
                staff.nameOf(one.therapist()),
                one.cover().map(staff::nameOf).orElse(""),
                one.isCoveredOnOwnWord()
                        && one.cover().filter(staff::isTherapist).isPresent(),
                one.from(),
                one.until(),
                one.isNow(time.now()),
                absences.visibleTo(viewer).maySay(one.therapist()),
                hours.visibleTo(viewer).of(one).stream()
                        .filter(hour -> one.ended().isEmpty() || hour.told().isPresent())
                        .map(hour -> hour(viewer, one, hour))
                        .toList());
    }

    private AwayPage.Hour hour(Viewer viewer, Absence absence, HoursWhileAway.Hour hour) {
        String whose = "/desk/people/" + hour.appointment().person();
        boolean unreached = hour.told().filter(Message.State::isUndelivered).isPresent();
        return new AwayPage.Hour(
                hour.appointment().id(),
                hour.person()
                        .flatMap(person -> person.name().map(Confidential::words))
                        .orElse(""),
                hour.appointment().start(),
                hour.person().isEmpty()
                        ? ""
                        : hour.mayMove()
                                ? whose + "/appointments/" + hour.appointment().id()
                                : whose,
                hour.person().isPresent() && hour.mayMove() ? whose : "",
                hour.mayMove() ? "cover.desk.away.hours.open" : "cover.desk.away.hours.waits",
                hour.taken(),
                hour.mayTake() && !hour.taken(),
                (absence.ended().isPresent() ? "cover.desk.away.back." : "cover.desk.away.told.")
                        + told(hour, hours.visibleTo(viewer).tellsLater(absence)),
                hour.toldBy().map(staff::nameOf).orElse(""),
                hour.person().isPresent()
                        && hour.toldBy().isEmpty()
                        && (unreached
                                || hour.told()
                                                .filter(it -> it != Message.State.WITHDRAWN)
                                                .isEmpty()
                                        && !hour.taken()),
                unreached);
    }

    /** What the page says of the message about the hour, as the end of a text key. */
    private static String told(HoursWhileAway.Hour hour, boolean later) {
        return hour.told()
                .map(state -> switch (state) {
                    case SENT -> "sent";
                    case WAITING, SENDING -> later ? "later" : "on-its-way";
                    case WITHDRAWN -> "none";
                    case UNKNOWN, NOT_SENT, FAILED, EXPIRED, NOT_SAFE, NOT_AGREED -> "not-reached";
                })
                .orElse("none");
    }
}
