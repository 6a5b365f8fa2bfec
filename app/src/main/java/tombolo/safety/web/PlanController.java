package tombolo.safety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tombolo.course.WhomToRing;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.safety.PlanChanged;
import tombolo.safety.SafetyPlan;
import tombolo.safety.SafetyPlan.Ally;
import tombolo.safety.SafetyPlan.Parts;
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

/** The plan for the hard hours, for the person themself or for the therapist beside them. */
@Controller
@RequestMapping({"/my/safety-plan", "/desk/people/{person}/safety-plan"})
class PlanController {
    private final SafetyPlans plans;
    private final Inventories inventories;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final WhomToRing whomToRing;

    PlanController(
            SafetyPlans plans,
            Inventories inventories,
            Practices practices,
            Drafts drafts,
            Once once,
            WhomToRing whomToRing) {
        this.plans = plans;
        this.inventories = inventories;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.whomToRing = whomToRing;
    }

    @GetMapping
    @Transactional
    String plan(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = whose(viewer, person);
        List<SafetyPlan> all = plans.visibleTo(viewer).versionsOf(whose);
        model.addAttribute("page", page(viewer, whose, all, all.stream().findFirst()));
        return "safety/plan";
    }

    @GetMapping("/versions/{version}")
    @Transactional
    String version(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable int version,
            Model model) {
        PersonId whose = whose(viewer, person);
        List<SafetyPlan> all = plans.visibleTo(viewer).versionsOf(whose);
        SafetyPlan one = all.stream()
                .filter(plan -> plan.version() == version)
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("page", page(viewer, whose, all, Optional.of(one)));
        return "safety/plan";
    }

    @GetMapping("/writing")
    @Transactional
    String write(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = whose(viewer, person);
        Optional<SafetyPlan> now = plans.visibleTo(viewer).of(whose);
        Parts parts = now.map(SafetyPlan::parts).orElse(Parts.BLANK);
        Optional<WhomToRing.Told> told = whomToRing.told(whose, viewer);
        PlanForm form = told.map(PlanForm.of(parts)::knowing).orElse(PlanForm.of(parts));
        model.addAttribute(
                "page",
                new PlanEditPage(
                        place(viewer, whose),
                        now.map(SafetyPlan::version).orElse(0),
                        choices(circles(viewer, whose), parts),
                        form,
                        parts.services().isEmpty() && !form.value("services").isEmpty(),
                        Errors.none()));
        return "safety/writing";
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
        PersonId whose = whose(viewer, person);
        PlanPage.Where place = place(viewer, whose);
        PlanForm form = new PlanForm(fields);
        List<Relationship> circles = circles(viewer, whose);
        Parts before = plans.visibleTo(viewer).of(whose).map(SafetyPlan::parts).orElse(Parts.BLANK);
        Parts parts = form.parts(circles, before);
        Errors errors = form.errors();
        if (errors.isEmpty() && parts.isBlank()) {
            errors.add("signs", "safety.plan.form.blank");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", new PlanEditPage(place, seen, choices(circles, before), form, false, errors));
            return "safety/writing";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        plans.visibleTo(viewer).write(whose, seen, parts);
                    } catch (PlanChanged changed) {
                        throw conflict(parts, changed.newest().parts(), place);
                    }
                    drafts.done(viewer, draft(whose));
                    return place.base() + "?done=safety.done.kept";
                });
    }

    static String draft(PersonId person) {
        return "safety.plan:" + person;
    }

    private static PersonId whose(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    private PlanPage.Where place(Viewer viewer, PersonId whose) {
        Person person = plans.visibleTo(viewer).person(whose);
        boolean themself = viewer.person().equals(Optional.of(whose));
        return new PlanPage.Where(
                themself ? "/my/safety-plan" : "/desk/people/" + whose + "/safety-plan",
                !themself,
                whose.toString(),
                person.name().map(Confidential::words).orElse(""));
    }

    private PlanPage page(Viewer viewer, PersonId whose, List<SafetyPlan> all, Optional<SafetyPlan> shown) {
        Map<UUID, String> names = circles(viewer, whose).stream()
                .collect(Collectors.toMap(
                        one -> one.id().value(), one -> one.name().words()));
        boolean newest = shown.equals(all.stream().findFirst());
        return new PlanPage(
                place(viewer, whose),
                newest ? shown.map(plan -> called(plan, names)) : shown,
                newest,
                all.stream()
                        .map(plan -> new PlanPage.Version(
                                plan.version(),
                                plan.writtenAt(),
                                plan.writtenBy().equals(viewer.account())
                                        ? "safety.plan.by.you"
                                        : viewer.person().isPresent()
                                                ? "safety.plan.by.therapist"
                                                : "safety.desk.plan.by.other"))
                        .toList(),
                practices.current().zone());
    }

    /** The newest plan calls people what the circles call them today. */
    private static SafetyPlan called(SafetyPlan plan, Map<UUID, String> names) {
        Parts parts = plan.parts();
        Parts renamed = new Parts(
                parts.signs(),
                parts.alone(),
                parts.places(),
                called(parts.company(), names),
                called(parts.ask(), names),
                parts.services(),
                parts.safer(),
                parts.matters(),
                parts.likely(),
                parts.barriers());
        return new SafetyPlan(plan.id(), plan.person(), plan.version(), renamed, plan.writtenBy(), plan.writtenAt());
    }

    private static List<Ally> called(List<Ally> allies, Map<UUID, String> names) {
        return allies.stream()
                .map(ally -> new Ally(
                        ally.who(), names.getOrDefault(ally.who().value(), ally.name()), ally.reach(), ally.knows()))
                .toList();
    }

    /** Everyone who can be asked for something: whoever has died or is not met yet cannot. The nearest first. */
    private List<Relationship> circles(Viewer viewer, PersonId whose) {
        return inventories.visibleTo(viewer).toCompare(whose).people().stream()
                .filter(one ->
                        one.standing().now() != Apart.DIED && one.standing().now() != Apart.NOT_YET_MET)
                .sorted(java.util.Comparator.comparingInt(
                        one -> Position.all().toList().indexOf(one.standing().now())))
                .toList();
    }

    private static List<Choice> choices(List<Relationship> circles, Parts before) {
        Map<String, String> choices = new LinkedHashMap<>();
        circles.forEach(
                one -> choices.put(one.id().value().toString(), one.name().words()));
        Stream.concat(before.company().stream(), before.ask().stream())
                .forEach(ally -> choices.putIfAbsent(ally.who().value().toString(), ally.name()));
        return choices.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
    }

    private static Conflict conflict(Parts yours, Parts theirs, PlanPage.Where place) {
        List<Difference> differences = new ArrayList<>();
        Map<String, String> mine = told(yours);
        told(theirs).forEach((label, words) -> {
            String written = mine.getOrDefault(label, "");
            if (!written.equals(words)) {
                differences.add(new Difference(label, written, words));
            }
        });
        return new Conflict(differences, place.base() + "/writing");
    }

    private static Map<String, String> told(Parts parts) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("safety.plan.signs", String.join("\n", parts.signs()));
        told.put("safety.plan.alone", String.join("\n", parts.alone()));
        told.put("safety.plan.places", String.join("\n", parts.places()));
        told.put("safety.plan.company", told(parts.company()));
        told.put("safety.plan.ask", told(parts.ask()));
        told.put("safety.plan.services", String.join("\n", parts.services()));
        told.put("safety.plan.safer", String.join("\n", parts.safer()));
        told.put("safety.plan.matters", String.join("\n", parts.matters()));
        told.put("safety.plan.barriers", parts.barriers());
        return told;
    }

    private static String told(List<Ally> allies) {
        return allies.stream()
                .map(ally -> ally.reach().isEmpty() ? ally.name() : ally.name() + " · " + ally.reach())
                .collect(Collectors.joining("\n"));
    }
}
