package tombolo.diary.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.diary.Appointment;
import tombolo.diary.Appointment.State;
import tombolo.diary.BookedHours;
import tombolo.diary.ChangedMeanwhile;
import tombolo.diary.Diary;
import tombolo.diary.Side;
import tombolo.diary.UsualHour;
import tombolo.diary.web.BookingForm.Meant;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** A person's appointments at the desk: made, moved, called off, and what became of them. */
@Controller
@RequestMapping("/desk/people/{person}/appointments")
class AppointmentsController {
    private static final UsualHour.Rule WITHOUT_A_COURSE = new UsualHour.Rule(Appointment.MINUTES, 1);

    private final Diary diary;
    private final BookedHours hours;
    private final UsualHour usual;
    private final Practices practices;
    private final Once once;
    private final Frames frames;
    private final ProgrammeTime time;

    AppointmentsController(
            Diary diary,
            BookedHours hours,
            UsualHour usual,
            Practices practices,
            Once once,
            Frames frames,
            ProgrammeTime time) {
        this.diary = diary;
        this.hours = hours;
        this.usual = usual;
        this.practices = practices;
        this.once = once;
        this.frames = frames;
        this.time = time;
    }

    static String base(PersonId person) {
        return "/desk/people/" + person + "/appointments";
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, @PathVariable UUID person, Model model) {
        PersonId whose = new PersonId(person);
        diary.visibleTo(viewer).person(whose);
        UsualHour.Rule rule = usual.next(whose).orElse(WITHOUT_A_COURSE);
        model.addAttribute("page", page(viewer, whose, BookingForm.fresh(rule), Errors.none()));
        return "diary/appointments";
    }

    /** Something else at the same time, or an absence, is worth a word, and never a refusal. */
    @PostMapping
    @Transactional
    String book(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response,
            Model model) {
        PersonId whose = new PersonId(person);
        diary.visibleTo(viewer).person(whose);
        BookingForm form = BookingForm.of(posted);
        Errors errors = Errors.none();
        Optional<Meant> meant = form.meant(zone(), time.now(), errors);
        if (meant.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(viewer, whose, form, errors));
            return "diary/appointments";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    Diary.Visible mine = diary.visibleTo(viewer);
                    List<Appointment> booked = mine.series(
                            whose,
                            meant.get().start(),
                            meant.get().every(),
                            meant.get().count(),
                            meant.get().minutes());
                    return base(whose) + "?done=diary.done.booked" + worthAWord(mine, booked);
                });
    }

    /** The end of the text key of what was done. */
    private static String worthAWord(Diary.Visible mine, List<Appointment> hours) {
        return switch (mine.worthAWord(hours)) {
            case NOTHING -> "";
            case AWAY -> "-away";
            case TWICE -> "-twice";
        };
    }

    @GetMapping("/{id}")
    @Transactional
    String one(Viewer viewer, @PathVariable UUID person, @PathVariable UUID id, Model model) {
        Appointment appointment = get(viewer, person, id);
        model.addAttribute("page", page(viewer, appointment, BookingForm.of(appointment, zone()), Errors.none()));
        return "diary/appointment";
    }

    @PostMapping("/{id}/time")
    @Transactional
    String move(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID id,
            @RequestParam("_v") int seen,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Appointment appointment = get(viewer, person, id);
        posted.set("count", "1");
        posted.set("every", "1");
        BookingForm form = BookingForm.of(posted);
        Errors errors = Errors.none();
        Optional<Meant> meant = form.meant(zone(), time.now(), errors);
        if (meant.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(viewer, appointment, form, errors));
            return "diary/appointment";
        }
        return act(idem, appointment, request, slower -> slower.wantedToMove(meant.get()), () -> {
            Diary.Visible mine = diary.visibleTo(viewer);
            Appointment moved =
                    mine.move(id, seen, meant.get().start(), meant.get().minutes(), posted.containsKey("tell"));
            return "moved" + worthAWord(mine, List.of(moved));
        });
    }

    @PostMapping("/{id}/cancellation")
    @Transactional
    String cancel(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID id,
            @RequestParam("_v") int seen,
            @RequestParam(defaultValue = "THERAPIST") Side by,
            @RequestParam(defaultValue = "false") boolean tell,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request) {
        return act(idem, get(viewer, person, id), request, slower -> slower.wantedToCancel(by), () -> {
            diary.visibleTo(viewer).cancel(id, seen, by, tell);
            return "cancelled";
        });
    }

    @PostMapping("/{id}/outcome")
    @Transactional
    String outcome(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID id,
            @RequestParam("_v") int seen,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Appointment appointment = get(viewer, person, id);
        Optional<Outcome> chosen = Outcome.read(outcome);
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    page(
                            viewer,
                            appointment,
                            BookingForm.of(appointment, zone()),
                            Errors.none().add("outcome", "diary.desk.error.outcome")));
            return "diary/appointment";
        }
        return act(idem, appointment, request, slower -> slower.wantedToRecord(chosen.get()), () -> {
            chosen.get().record(diary.visibleTo(viewer), appointment, seen);
            return "recorded";
        });
    }

    /** Whoever was slower sees what the other one did. */
    private String act(
            UUID idem,
            Appointment appointment,
            HttpServletRequest request,
            Function<Slower, List<Difference>> wanted,
            Supplier<String> act) {
        try {
            return "redirect:" + once.effect(idem, () -> base(appointment.person()) + "?done=diary.done." + act.get());
        } catch (ChangedMeanwhile changed) {
            Appointment newest = changed.newest();
            throw new Conflict(
                    wanted.apply(new Slower(frames.of(request), zone(), time.now(), newest)),
                    base(newest.person()) + "/" + newest.id());
        }
    }

    private Appointment get(Viewer viewer, UUID person, UUID id) {
        Appointment found = diary.visibleTo(viewer).get(id);
        if (!found.person().equals(new PersonId(person))) {
            throw new NotFound();
        }
        return found;
    }

    private AppointmentPage page(Viewer viewer, Appointment appointment, BookingForm form, Errors errors) {
        return new AppointmentPage(
                base(appointment.person()),
                appointment.person().toString(),
                name(diary.visibleTo(viewer).person(appointment.person())),
                new Shown(appointment, zone(), time.now()),
                form,
                isLate(appointment),
                Outcome.of(appointment).map(Enum::name).orElse(""),
                errors);
    }

    private boolean isLate(Appointment appointment) {
        return appointment.state() != State.HELD
                && hours.recorded(appointment.person()).stream()
                        .anyMatch(
                                one -> one.state() == State.HELD && one.start().isAfter(appointment.start()));
    }

    private AppointmentsPage page(Viewer viewer, PersonId whose, BookingForm form, Errors errors) {
        Instant now = time.now();
        List<Shown> all = diary.visibleTo(viewer).of(whose).stream()
                .map(one -> new Shown(one, zone(), now))
                .toList();
        return new AppointmentsPage(
                base(whose),
                whose.toString(),
                name(diary.visibleTo(viewer).person(whose)),
                all.stream().filter(Shown::booked).toList(),
                all.stream()
                        .filter(shown -> shown.appointment().state() != State.BOOKED)
                        .sorted(Comparator.comparing(
                                        (Shown shown) -> shown.appointment().start())
                                .reversed())
                        .toList(),
                diary.visibleTo(viewer).inDoubt(whose),
                form,
                errors);
    }

    private static String name(Person person) {
        return person.name().map(Confidential::words).orElse("");
    }

    private ZoneId zone() {
        return practices.current().zone();
    }
}
