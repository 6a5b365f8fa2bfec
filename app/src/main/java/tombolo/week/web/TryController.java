package tombolo.week.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import tombolo.inventory.CirclesChoice;
import tombolo.practice.Practices;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.LastTime;
import tombolo.week.Tries;
import tombolo.week.Try;
import tombolo.week.Try.How;
import tombolo.week.TryChanged;
import tombolo.week.TryId;

/** What somebody tries between two sessions: written down, told of, or taken off again, by them or beside them. */
@Controller
@RequestMapping({"/my/week/tries", "/desk/people/{person}/week/tries"})
class TryController {
    private final Tries tries;
    private final CirclesChoice circles;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;

    TryController(Tries tries, CirclesChoice circles, Practices practices, Drafts drafts, Once once) {
        this.tries = tries;
        this.circles = circles;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = Where.whose(viewer, person);
        List<Try> all = tries.visibleTo(viewer).of(whose);
        model.addAttribute(
                "page",
                new TriesPage(
                        where(viewer, whose),
                        new Names(circles.names(viewer, whose)).tries(all),
                        practices.current().zone()));
        return "week/tries";
    }

    @GetMapping("/new")
    @Transactional
    String agree(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = Where.whose(viewer, person);
        Where where = where(viewer, whose);
        model.addAttribute("page", new AgreePage(where, circles.toAsk(viewer, whose), AgreeForm.BLANK, Errors.none()));
        return "week/agree";
    }

    @PostMapping
    @Transactional
    String agree(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PersonId whose = Where.whose(viewer, person);
        Where where = where(viewer, whose);
        AgreeForm form = AgreeForm.of(fields);
        List<Choice> people = circles.toAsk(viewer, whose);
        Errors errors = form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", new AgreePage(where, people, form, errors));
            return "week/agree";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    tries.visibleTo(viewer)
                            .agree(whose, form.what(), form.with(people), form.when(), form.barrier(), form.number());
                    drafts.done(viewer, draft(whose));
                    return where.home() + "?done=week.done.agreed";
                });
    }

    @GetMapping("/{id}")
    @Transactional
    String one(
            Viewer viewer, @PathVariable(required = false) @Nullable UUID person, @PathVariable UUID id, Model model) {
        PersonId whose = Where.whose(viewer, person);
        Try tried = tries.visibleTo(viewer).get(whose, new TryId(id));
        String words = tried.outcome().map(Try.Outcome::words).orElse("");
        TryLine line = new Names(circles.names(viewer, whose)).line(tried);
        model.addAttribute("page", page(viewer, whose, line, line.chosen(), words, Errors.none()));
        return "week/try";
    }

    /** Words that are new and tell of many times are kept, and shown once more with a question for the last one. */
    @PostMapping("/{id}/outcome")
    @Transactional
    String went(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(required = false) @Nullable String words,
            HttpServletResponse response,
            Model model) {
        PersonId whose = Where.whose(viewer, person);
        Try tried = tries.visibleTo(viewer).get(whose, new TryId(id));
        String before = tried.outcome().map(Try.Outcome::words).orElse("");
        String said = words == null ? before : words.replace("\r\n", "\n").strip();
        Errors errors = errors(how, said);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            TryLine line = new Names(circles.names(viewer, whose)).line(tried);
            model.addAttribute("page", page(viewer, whose, line, how, said, errors));
            return "week/try";
        }
        Where where = where(viewer, whose);
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        tries.visibleTo(viewer).went(whose, tried.id(), seen, How.valueOf(how), said);
                    } catch (TryChanged changed) {
                        throw conflict(said, changed.newest(), where);
                    }
                    drafts.done(viewer, draft(tried.id()));
                    return !said.equals(before) && LastTime.isWorthAsking(said)
                            ? where.base() + "/tries/" + tried.id() + "?done=week.done.went"
                            : where.home() + "?done=week.done.went";
                });
    }

    @PostMapping("/{id}/removal")
    @Transactional
    String remove(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        PersonId whose = Where.whose(viewer, person);
        Where where = where(viewer, whose);
        return "redirect:"
                + once.effect(idem, () -> {
                    tries.visibleTo(viewer).remove(whose, new TryId(id));
                    drafts.done(viewer, draft(new TryId(id)));
                    return where.home() + "?done=week.done.try-removed";
                });
    }

    private Where where(Viewer viewer, PersonId whose) {
        return Where.of(viewer, tries.visibleTo(viewer).person(whose));
    }

    private TryPage page(Viewer viewer, PersonId whose, TryLine line, String how, String words, Errors errors) {
        return new TryPage(
                where(viewer, whose), line, how, words, practices.current().zone(), errors);
    }

    private static Errors errors(String how, String words) {
        Errors errors = Errors.none();
        if (Stream.of(How.values()).noneMatch(one -> one.name().equals(how))) {
            errors.add("how", "week.wrong.how");
        }
        if (words.length() > Try.LONGEST) {
            errors.add("words", "week.wrong.long", Try.LONGEST);
        }
        return errors;
    }

    private static Conflict conflict(String yours, Try newest, Where where) {
        String theirs = newest.outcome().map(Try.Outcome::words).orElse("");
        return new Conflict(
                List.of(new Difference("week.try.words", yours, theirs)), where.base() + "/tries/" + newest.id());
    }

    static String draft(PersonId person) {
        return "week.agree:" + person;
    }

    static String draft(TryId id) {
        return "week.try:" + id;
    }
}
