package tombolo.diary.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.diary.Appointment;
import tombolo.diary.ChangedMeanwhile;
import tombolo.diary.Diary;
import tombolo.people.TypedContact;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** A person's own appointments: to read, to take along, and to say that they cannot come. */
@Controller
@RequestMapping("/my/appointments")
class MyAppointmentsController {
    private static final int LONGEST = 500;

    private final Diary diary;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final Frames frames;
    private final ProgrammeTime time;

    MyAppointmentsController(
            Diary diary, Practices practices, Drafts drafts, Once once, Frames frames, ProgrammeTime time) {
        this.diary = diary;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, Model model) {
        Instant now = time.now();
        List<Shown> all = diary.visibleTo(viewer).of(me(viewer)).stream()
                .map(one -> new Shown(one, zone(), now))
                .toList();
        model.addAttribute(
                "page",
                new MyAppointmentsPage(
                        all.stream().filter(Shown::ahead).toList(),
                        all.stream()
                                .filter(shown -> !shown.ahead())
                                .sorted(Comparator.comparing((Shown shown) ->
                                                shown.appointment().start())
                                        .reversed())
                                .toList(),
                        diary.visibleTo(viewer).inDoubt(me(viewer))));
        return "diary/mine";
    }

    /** For a calendar of one's own; whoever sees it there learns the time and nothing else. */
    @GetMapping("/calendar.ics")
    @Transactional
    ResponseEntity<String> calendar(Viewer viewer) {
        Instant now = time.now();
        List<Appointment> ahead = diary.visibleTo(viewer).of(me(viewer)).stream()
                .filter(one -> one.isAhead(now))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"calendar.ics\"")
                .body(Calendar.of(ahead, now));
    }

    @GetMapping("/{id}/cannot-come")
    @Transactional
    String cannotCome(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("page", new CannotComePage(mine(viewer, id), "", Errors.none()));
        return "diary/cannotCome";
    }

    @PostMapping("/{id}/cannot-come")
    @Transactional
    String cannotCome(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_v") int seen,
            @RequestParam(defaultValue = "") String words,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String typed = TypedContact.text(words);
        Errors errors = Errors.none();
        TypedContact.tooLong(errors, "words", typed, LONGEST);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", new CannotComePage(mine(viewer, id), typed, errors));
            return "diary/cannotCome";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    mine(viewer, id);
                    try {
                        diary.visibleTo(viewer).cannotCome(id, seen, TypedContact.given(typed));
                    } catch (ChangedMeanwhile changed) {
                        Shown newest = new Shown(changed.newest(), zone(), time.now());
                        throw new Conflict(
                                List.of(new Difference(
                                        "diary.cannot.conflict",
                                        typed,
                                        frames.of(request).day(newest.day()) + ", " + newest.hours())),
                                "/my/appointments");
                    }
                    drafts.done(viewer, draft(id));
                    return "/my/appointments?done=diary.done.cannot-come";
                });
    }

    static String draft(UUID id) {
        return "diary.cannot-come:" + id;
    }

    /** Only what is still ahead can be called off. */
    private Shown mine(Viewer viewer, UUID id) {
        Shown shown = new Shown(diary.visibleTo(viewer).get(id), zone(), time.now());
        if (!shown.ahead() || !shown.appointment().person().equals(me(viewer))) {
            throw new NotFound();
        }
        return shown;
    }

    private static PersonId me(Viewer viewer) {
        return viewer.person().orElseThrow(NotFound::new);
    }

    private ZoneId zone() {
        return practices.current().zone();
    }
}
