package tombolo.week.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.CirclesChoice;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.MoodChanged;
import tombolo.week.MoodEntry;
import tombolo.week.MoodEntry.Began;
import tombolo.week.MoodId;
import tombolo.week.MoodLog;
import tombolo.week.MoodTold;
import tombolo.week.MoodsTold;
import tombolo.week.With;

/** The mood log: a mood in two presses, and, for whoever likes, what was happening and with whom. */
@Controller
class MoodController {
    private static final int PAGE = 60;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final MoodLog moods;
    private final List<MoodsTold> toldElsewhere;
    private final Glances glances;
    private final CirclesChoice circles;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    MoodController(
            MoodLog moods,
            List<MoodsTold> toldElsewhere,
            Glances glances,
            CirclesChoice circles,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.moods = moods;
        this.toldElsewhere = List.copyOf(toldElsewhere);
        this.glances = glances;
        this.circles = circles;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping({"/my/week/moods", "/desk/people/{person}/week/moods"})
    @Transactional
    String all(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        PersonId whose = Where.whose(viewer, person);
        LocalDate last = TypedDay.read(until).orElse(today());
        List<MoodEntry> found = moods.visibleTo(viewer).between(whose, FIRST, last, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<MoodEntry> shown = more ? upToAWholeDay(found) : found;
        model.addAttribute(
                "page",
                new MoodsPage(
                        where(viewer, whose),
                        new Names(circles.names(viewer, whose))
                                .moods(
                                        shown,
                                        told(
                                                viewer,
                                                whose,
                                                more ? shown.getLast().day() : FIRST,
                                                last)),
                        more ? Optional.of(shown.getLast().day().minusDays(1)) : Optional.empty()));
        return "week/moods";
    }

    /** Those of the same days that were told elsewhere. */
    private List<MoodTold> told(Viewer viewer, PersonId whose, LocalDate from, LocalDate last) {
        List<Glance<List<MoodTold>>> all =
                toldElsewhere.stream().map(where -> where.since(from)).toList();
        Glances.Seen seen = glances.at(viewer, whose, List.copyOf(all));
        return all.stream()
                .flatMap(glance -> seen.of(glance).stream())
                .filter(told -> !told.entry().day().isAfter(last))
                .toList();
    }

    /** A page ends with a day, so that the next one begins with the day before. */
    private static List<MoodEntry> upToAWholeDay(List<MoodEntry> found) {
        LocalDate cut = found.getLast().day();
        List<MoodEntry> whole =
                found.stream().filter(entry -> entry.day().isAfter(cut)).toList();
        return whole.isEmpty() ? found : whole;
    }

    @GetMapping("/my/week/moods/new")
    @Transactional
    String tell(Viewer viewer, @RequestParam(defaultValue = "mood") String first, Model model) {
        PersonId me = Where.whose(viewer, null);
        Began began = first.equals("event") ? Began.EVENT : Began.MOOD;
        model.addAttribute(
                "page",
                new MoodEntryPage(
                        where(viewer, me),
                        Optional.empty(),
                        circles.toTellOf(viewer, me, Map.of()),
                        MoodForm.blank(began, today()),
                        Errors.none()));
        return "week/mood";
    }

    @PostMapping("/my/week/moods")
    @Transactional
    String tell(
            Viewer viewer,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PersonId me = Where.whose(viewer, null);
        MoodForm form = MoodForm.of(fields, today());
        List<Choice> people = circles.toTellOf(viewer, me, Map.of());
        Errors errors = form.errors(today());
        if (!errors.isEmpty()) {
            return again(response, model, new MoodEntryPage(where(viewer, me), Optional.empty(), people, form, errors));
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    MoodEntry entry = moods.visibleTo(viewer)
                            .tell(me, form.moodNumber(), form.theDay(), form.words(), form.with(people), form.began());
                    drafts.done(viewer, draft(Optional.empty()));
                    return fields.containsKey("event")
                            ? "/my?done=week.done.mood"
                            : "/my/week/moods/" + entry.id() + "?done=week.done.mood";
                });
    }

    @GetMapping("/my/week/moods/{id}")
    @Transactional
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        PersonId me = Where.whose(viewer, null);
        MoodEntry entry = moods.visibleTo(viewer).get(me, new MoodId(id));
        model.addAttribute(
                "page",
                new MoodEntryPage(
                        where(viewer, me),
                        Optional.of(entry.id()),
                        circles.toTellOf(viewer, me, With.called(entry.with())),
                        MoodForm.of(entry),
                        Errors.none()));
        return "week/mood";
    }

    @PostMapping("/my/week/moods/{id}")
    @Transactional
    String retell(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PersonId me = Where.whose(viewer, null);
        MoodEntry before = moods.visibleTo(viewer).get(me, new MoodId(id));
        MoodForm form = MoodForm.of(fields, before.day());
        List<With> already = before.with();
        List<Choice> people = circles.toTellOf(viewer, me, With.called(already));
        Errors errors = form.errors(today());
        if (!errors.isEmpty()) {
            return again(
                    response,
                    model,
                    new MoodEntryPage(where(viewer, me), Optional.of(before.id()), people, form, errors));
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        moods.visibleTo(viewer)
                                .retell(
                                        me,
                                        before.id(),
                                        form.seen(),
                                        form.moodNumber(),
                                        form.theDay(),
                                        form.words(),
                                        form.with(people));
                    } catch (MoodChanged changed) {
                        throw conflict(form, changed.newest());
                    }
                    drafts.done(viewer, draft(Optional.of(before.id())));
                    return "/my?done=week.done.mood";
                });
    }

    @PostMapping("/my/week/moods/{id}/removal")
    @Transactional
    String remove(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        PersonId me = Where.whose(viewer, null);
        return "redirect:"
                + once.effect(idem, () -> {
                    moods.visibleTo(viewer).remove(me, new MoodId(id));
                    drafts.done(viewer, draft(Optional.of(new MoodId(id))));
                    return "/my?done=week.done.mood-removed";
                });
    }

    private static String again(HttpServletResponse response, Model model, MoodEntryPage page) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page);
        return "week/mood";
    }

    private Where where(Viewer viewer, PersonId whose) {
        return Where.of(viewer, moods.visibleTo(viewer).person(whose));
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }

    private static Conflict conflict(MoodForm yours, MoodEntry theirs) {
        List<Difference> differences = new ArrayList<>();
        MoodForm now = MoodForm.of(theirs);
        differ(differences, "week.mood.now", yours.mood(), now.mood());
        differ(differences, "week.mood.day", yours.day(), now.day());
        differ(differences, "week.mood.event." + theirs.began(), yours.event(), now.event());
        differ(differences, "week.mood.link", yours.link(), now.link());
        return new Conflict(differences, "/my/week/moods/" + theirs.id());
    }

    private static void differ(List<Difference> differences, String label, String yours, String theirs) {
        if (!yours.equals(theirs)) {
            differences.add(new Difference(label, yours, theirs));
        }
    }

    static String draft(Optional<MoodId> entry) {
        return "week.mood" + entry.map(id -> ":" + id).orElse("");
    }
}
