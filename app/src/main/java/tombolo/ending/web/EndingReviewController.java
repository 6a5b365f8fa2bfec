package tombolo.ending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Goal;
import tombolo.ending.EndingReview;
import tombolo.ending.EndingReview.Parts;
import tombolo.ending.EndingReview.Turned;
import tombolo.ending.EndingReviews;
import tombolo.ending.ReviewChanged;
import tombolo.ending.web.EndingReviewPage.Circles;
import tombolo.ending.web.EndingReviewPage.Moved;
import tombolo.inventory.Apart;
import tombolo.inventory.Comparison;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Kept;
import tombolo.inventory.Relationship;
import tombolo.inventory.Snapshot;
import tombolo.inventory.Snapshots;
import tombolo.measures.Charts;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.safety.SafetyPlan;
import tombolo.safety.SafetyPlans;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Looking back in the last sessions and looking ahead, for the person themself or for the therapist beside them. */
@Controller
@RequestMapping({"/my/ending", "/desk/people/{person}/ending"})
class EndingReviewController {
    private final EndingReviews reviews;
    private final Courses courses;
    private final Charts charts;
    private final Inventories inventories;
    private final Snapshots snapshots;
    private final SafetyPlans plans;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;

    EndingReviewController(
            EndingReviews reviews,
            Courses courses,
            Charts charts,
            Inventories inventories,
            Snapshots snapshots,
            SafetyPlans plans,
            Practices practices,
            Drafts drafts,
            Once once) {
        this.reviews = reviews;
        this.courses = courses;
        this.charts = charts;
        this.inventories = inventories;
        this.snapshots = snapshots;
        this.plans = plans;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String read(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId id = id(viewer, person);
        Whose whose = whose(viewer, id);
        List<EndingReview> all = reviews.visibleTo(viewer).versionsOf(id);
        Inventory inventory = inventories.visibleTo(viewer).toCompare(id);
        model.addAttribute(
                "page",
                new EndingReviewPage(
                        whose,
                        all.stream().findFirst(),
                        all.stream().skip(1).toList(),
                        charts.visibleTo(viewer).of(id),
                        thenAndNow(whose, inventory),
                        inventory.people().stream()
                                .collect(Collectors.toMap(
                                        one -> one.id().value(),
                                        one -> one.name().words())),
                        practices.current().zone()));
        return "ending/review";
    }

    /** Since the first picture that was kept; the two pictures stand on a page of their own. */
    private Circles thenAndNow(Whose whose, Inventory inventory) {
        List<Snapshot> kept = snapshots.of(inventory, List.of());
        if (kept.isEmpty()) {
            return new Circles(Optional.empty(), List.of());
        }
        Snapshot first = snapshots.of(inventory, List.of(kept.getLast().id())).getLast();
        Map<Comparison.Kind, List<String>> moved = new LinkedHashMap<>();
        Comparison.between(
                        first.people(),
                        inventory.people().stream().map(Kept::of).toList())
                .differences()
                .forEach(one -> moved.computeIfAbsent(one.kind(), kind -> new ArrayList<>())
                        .add(one.name().words()));
        String circles = whose.desk() ? "/desk/people/" + whose.person() + "/circles" : "/my/circles";
        return new Circles(
                Optional.of(circles + "/then-and-now?then=" + first.id().value()),
                moved.entrySet().stream()
                        .map(one -> new Moved(
                                one.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'), one.getValue()))
                        .toList());
    }

    @GetMapping("/writing")
    @Transactional
    String write(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId id = id(viewer, person);
        Optional<EndingReview> now = reviews.visibleTo(viewer).of(id);
        Parts parts = now.map(EndingReview::parts).orElseGet(() -> drafted(viewer, id));
        return form(
                viewer,
                id,
                now.map(EndingReview::version).orElse(0),
                parts,
                EndingReviewForm.of(parts),
                Errors.none(),
                model);
    }

    /** How they notice a hard time is known from the safety plan. Nobody is ticked by it: whom to turn to is theirs to say. */
    private Parts drafted(Viewer viewer, PersonId id) {
        return plans.visibleTo(viewer)
                .of(id)
                .map(SafetyPlan::parts)
                .map(plan -> new Parts(List.of(), "", "", plan.signs(), List.of(), List.of(), ""))
                .orElse(Parts.BLANK);
    }

    @PostMapping
    @Transactional
    String keep(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam int seen,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PersonId id = id(viewer, person);
        Whose whose = whose(viewer, id);
        EndingReviewForm form = new EndingReviewForm(fields);
        List<Goal> goals = goals(viewer, id);
        Parts before = reviews.visibleTo(viewer).of(id).map(EndingReview::parts).orElse(Parts.BLANK);
        Errors errors = form.errors(goals);
        if (errors.isEmpty() && form.parts(circles(viewer, id), goals, before).isBlank()) {
            errors.add("helped", "ending.wrong.blank");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(viewer, id, seen, before, form, errors, model);
        }
        Parts parts = form.parts(circles(viewer, id), goals, before);
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        reviews.visibleTo(viewer).write(id, seen, parts);
                    } catch (ReviewChanged changed) {
                        throw conflict(parts, changed.newest().parts(), whose);
                    }
                    drafts.done(viewer, "ending.writing:" + id);
                    return whose.base() + "?done=ending.done.kept";
                });
    }

    private String form(
            Viewer viewer, PersonId id, int seen, Parts parts, EndingReviewForm form, Errors errors, Model model) {
        Optional<Course> course = courses.visibleTo(viewer).of(id);
        model.addAttribute(
                "page",
                new EndingReviewEditPage(
                        whose(viewer, id),
                        seen,
                        choices(viewer, id, parts),
                        course.map(Course::goals).orElse(List.of()),
                        course.map(Course::goalsNear).orElse(Map.of()),
                        form,
                        errors));
        return "ending/writing";
    }

    /** Those of the safety plan first; it is a hint beside their names, and no tick. */
    private List<Choice> choices(Viewer viewer, PersonId id, Parts parts) {
        Set<UUID> planned = plans.visibleTo(viewer).of(id).map(SafetyPlan::parts).stream()
                .flatMap(plan -> Stream.concat(plan.ask().stream(), plan.company().stream()))
                .map(ally -> ally.who().value())
                .collect(Collectors.toSet());
        Map<UUID, String> all = new LinkedHashMap<>();
        circles(viewer, id).forEach(one -> all.put(one.id().value(), one.name().words()));
        parts.people().forEach(one -> all.putIfAbsent(one.who().value(), one.name()));
        return Stream.of(true, false)
                .flatMap(first -> all.entrySet().stream()
                        .filter(one -> planned.contains(one.getKey()) == first)
                        .map(one -> new Choice(
                                one.getKey().toString(), one.getValue(), first ? "ending.people.planned" : "")))
                .toList();
    }

    /** Those who can be turned to. */
    private List<Relationship> circles(Viewer viewer, PersonId id) {
        return inventories.visibleTo(viewer).toCompare(id).people().stream()
                .filter(one ->
                        one.standing().now() != Apart.DIED && one.standing().now() != Apart.NOT_YET_MET)
                .toList();
    }

    private List<Goal> goals(Viewer viewer, PersonId id) {
        return courses.visibleTo(viewer).of(id).map(Course::goals).orElse(List.of());
    }

    private static PersonId id(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    private Whose whose(Viewer viewer, PersonId id) {
        Person person = reviews.visibleTo(viewer).person(id);
        boolean themself = viewer.person().equals(Optional.of(id));
        return new Whose(
                themself ? "/my/ending" : "/desk/people/" + id + "/ending",
                !themself,
                id.toString(),
                person.name().map(Confidential::words).orElse(""));
    }

    private static Conflict conflict(Parts yours, Parts theirs, Whose whose) {
        Map<String, String> mine = said(yours);
        Map<String, String> newest = said(theirs);
        return new Conflict(
                mine.entrySet().stream()
                        .filter(one -> !one.getValue().equals(newest.get(one.getKey())))
                        .map(one -> new Difference(
                                "ending." + one.getKey(), one.getValue(), newest.getOrDefault(one.getKey(), "")))
                        .toList(),
                whose.base() + "/writing");
    }

    private static Map<String, String> said(Parts parts) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(
                "goals",
                parts.goals().stream()
                        .map(goal -> goal.text() + ": " + goal.now())
                        .collect(Collectors.joining("; ")));
        said.put("changed", parts.changed());
        said.put("helped", parts.helped());
        said.put("signs", String.join("; ", parts.signs()));
        said.put("people", parts.people().stream().map(Turned::name).collect(Collectors.joining(", ")));
        said.put("steps", String.join("; ", parts.steps()));
        said.put("ahead", parts.ahead());
        return said;
    }
}
