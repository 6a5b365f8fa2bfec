package tombolo.cover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.cover.ClinicalWill;
import tombolo.cover.ClinicalWills;
import tombolo.cover.WillOpenings;
import tombolo.people.StandIn.Scope;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** What a therapist has decided for the day on which they cannot go on, and the two who open it. */
@Controller
@RequestMapping("/desk/clinical-wills")
class WillController {
    private static final int LONGEST = 3000;

    private final ClinicalWills wills;
    private final WillOpenings openings;
    private final Staff staff;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    WillController(
            ClinicalWills wills,
            WillOpenings openings,
            Staff staff,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.wills = wills;
        this.openings = openings;
        this.staff = staff;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, Model model) {
        return page(viewer, besideMine(viewer, WillPage.MINE, ""), Errors.none(), model);
    }

    /** One's own as it stands, with what is typed about another. */
    private Typed besideMine(Viewer viewer, UUID about, String why) {
        return besideMine(viewer, about, why, "");
    }

    private Typed besideMine(Viewer viewer, UUID about, String why, String who) {
        Optional<ClinicalWill> mine = wills.visibleTo(viewer).mine();
        return new Typed(
                mine.map(will -> will.executor().toString()).orElse(""),
                mine.map(will -> will.scope().name()).orElse(""),
                mine.flatMap(ClinicalWill::words).map(Confidential::words).orElse(""),
                about,
                why,
                who);
    }

    @PostMapping("/mine")
    @Transactional
    String make(
            Viewer viewer,
            @RequestParam(defaultValue = "") String executor,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String words,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        if (!viewer.is(Role.THERAPIST)) {
            throw new NotFound();
        }
        Optional<AccountId> who = wills.visibleTo(viewer).colleagues().stream()
                .map(Staff.Colleague::id)
                .filter(id -> id.toString().equals(executor))
                .findFirst();
        Optional<Scope> what = Arrays.stream(Scope.values())
                .filter(one -> one.name().equals(scope))
                .findFirst();
        Errors errors = Errors.none();
        if (who.isEmpty()) {
            errors.add("executor", "cover.desk.error.executor");
        }
        if (what.isEmpty()) {
            errors.add("scope", "cover.desk.error.scope");
        }
        if (words.length() > LONGEST) {
            errors.add("words", "cover.desk.error.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            return again(viewer, new Typed(executor, scope, words, WillPage.MINE, "", ""), errors, response, model);
        }
        return done(idem, "cover.done.will", () -> {
            wills.visibleTo(viewer).make(who.orElseThrow(), what.orElseThrow(), typed(words));
            drafts.done(viewer, "cover.will");
        });
    }

    @PostMapping("/mine/removal")
    @Transactional
    String takeBack(Viewer viewer, @RequestParam("_idem") UUID idem) {
        return done(idem, "cover.done.will-gone", () -> wills.visibleTo(viewer).takeBack());
    }

    /** The first of the two. */
    @PostMapping("/{id}/opening")
    @Transactional
    String ask(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        wills.visibleTo(viewer).get(id);
        if (why.isBlank() || why.length() > LONGEST) {
            return again(
                    viewer,
                    besideMine(viewer, id, why),
                    Errors.none().add("why", "cover.desk.error.why"),
                    response,
                    model);
        }
        return done(idem, "cover.done.asked", () -> {
            must(openings.visibleTo(viewer).ask(wills.visibleTo(viewer).get(id), Confidential.of(why.strip())));
            drafts.done(viewer, "cover.opening:" + id);
        });
    }

    /** The first of the two, for somebody who has left no will. */
    @PostMapping("/unmade/opening")
    @Transactional
    String askWithout(
            Viewer viewer,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        if (!viewer.is(Role.MANAGER)) {
            throw new NotFound();
        }
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        Optional<AccountId> therapist = wills.visibleTo(viewer).without().stream()
                .map(Staff.Colleague::id)
                .filter(id -> id.toString().equals(who))
                .findFirst();
        Errors errors = Errors.none();
        if (therapist.isEmpty()) {
            errors.add("who", "cover.desk.error.who");
        }
        if (happened.isBlank() || happened.length() > LONGEST) {
            errors.add("happened", "cover.desk.error.why");
        }
        if (!errors.isEmpty()) {
            return again(viewer, besideMine(viewer, WillPage.UNMADE, happened, who), errors, response, model);
        }
        return done(idem, "cover.done.asked", () -> {
            must(wills.visibleTo(viewer).askWithout(therapist.orElseThrow(), Confidential.of(happened.strip())));
            drafts.done(viewer, "cover.unmade");
        });
    }

    /** The second. */
    @PostMapping("/{id}/opening/confirmation")
    @Transactional
    String confirm(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        return done(
                idem,
                "cover.done.opened",
                () -> must(openings.visibleTo(viewer)
                        .confirm(wills.visibleTo(viewer).get(id))));
    }

    @PostMapping("/{id}/opening/end")
    @Transactional
    String stop(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        return done(
                idem,
                "cover.done.stopped",
                () -> openings.visibleTo(viewer).stop(wills.visibleTo(viewer).get(id)));
    }

    /** What is not theirs to press looks like what does not exist. */
    private static void must(boolean done) {
        if (!done) {
            throw new NotFound();
        }
    }

    private String done(UUID idem, String said, Runnable act) {
        return "redirect:"
                + once.effect(idem, () -> {
                    act.run();
                    return "/desk/clinical-wills?done=" + said;
                });
    }

    private record Typed(String executor, String scope, String words, UUID about, String why, String who) {}

    private static Optional<Confidential> typed(String words) {
        return Optional.of(words.strip()).filter(it -> !it.isEmpty()).map(Confidential::of);
    }

    private String again(Viewer viewer, Typed typed, Errors errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, typed, errors, model);
    }

    private String page(Viewer viewer, Typed typed, Errors errors, Model model) {
        ClinicalWills.Visible visible = wills.visibleTo(viewer);
        List<ClinicalWill> all = visible.all();
        Function<AccountId, String> name = staff::nameOf;
        model.addAttribute(
                "page",
                new WillPage(
                        viewer.is(Role.THERAPIST),
                        visible.mine().isPresent(),
                        typed.executor(),
                        typed.scope(),
                        typed.words(),
                        visible.colleagues().stream()
                                .map(one -> new Choice(
                                        one.id().toString(),
                                        one.name(),
                                        one.roles().contains(Role.THERAPIST) ? "" : "cover.desk.away.cover.contact"))
                                .toList(),
                        all.stream()
                                .filter(will -> !will.therapist().equals(viewer.account())
                                        || will.opening().isPresent())
                                .map(will -> line(viewer, will, name))
                                .toList(),
                        visible.without().stream()
                                .map(one -> new Choice(one.id().toString(), one.name()))
                                .toList(),
                        practices.current().zone(),
                        typed.about(),
                        typed.why(),
                        typed.who(),
                        errors));
        return "cover/wills";
    }

    private WillPage.Line line(Viewer whose, ClinicalWill will, Function<AccountId, String> name) {
        AccountId viewer = whose.account();
        boolean theirs = will.mayCarryOut(viewer, time.now());
        return new WillPage.Line(
                will.id(),
                will.own(),
                name.apply(will.therapist()),
                name.apply(will.executor()),
                "cover.desk.will.scope." + will.scope(),
                will.opening().map(it -> it.why().words()).orElse(""),
                will.opening().map(it -> name.apply(it.askedBy())).orElse(""),
                will.opening().flatMap(ClinicalWill.Opening::until),
                theirs ? will.words().map(Confidential::words).orElse("") : "",
                theirs,
                openings.visibleTo(whose).mayAsk(will),
                will.mayConfirm(viewer),
                will.opening()
                        .filter(it -> will.therapist().equals(viewer)
                                || it.askedBy().equals(viewer)
                                || it.confirmedBy().equals(Optional.of(viewer)))
                        .isPresent());
    }
}
