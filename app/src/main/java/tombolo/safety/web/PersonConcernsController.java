package tombolo.safety.web;

import jakarta.servlet.http.HttpServletResponse;
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
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.safety.Concern;
import tombolo.safety.Concern.Opening;
import tombolo.safety.Concern.Source;
import tombolo.safety.ConcernPart;
import tombolo.safety.Concerns;
import tombolo.safety.QuestionsLeftOpen;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What one person has said, and the place to write down what was said in the room or in a message. */
@Controller
@RequestMapping("/desk/people/{person}/concerns")
class PersonConcernsController {
    private final Concerns concerns;
    private final QuestionsLeftOpen questions;
    private final People people;
    private final ConcernPart part;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    PersonConcernsController(
            Concerns concerns,
            QuestionsLeftOpen questions,
            People people,
            ConcernPart part,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.concerns = concerns;
        this.questions = questions;
        this.people = people;
        this.part = part;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, @PathVariable UUID person, Model model) {
        return page(viewer, new PersonId(person), "", "", "", Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String hear(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String safe,
            HttpServletResponse response,
            Model model) {
        PersonId whose = new PersonId(person);
        people.visibleTo(viewer).get(whose, part);
        Errors errors = Errors.none();
        if (!source.equals("ROOM") && !source.equals("MESSAGE")) {
            errors.add("source", "safety.desk.error.source");
        }
        if (said.isBlank()) {
            errors.add("said", "safety.desk.error.said");
        } else if (said.length() > ConcernController.LONGEST) {
            errors.add("said", "safety.desk.error.long", ConcernController.LONGEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, whose, source, said, safe, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    UUID concern = concerns.visibleTo(viewer)
                            .hear(
                                    whose,
                                    Opening.said(
                                            Source.valueOf(source),
                                            ConcernController.typed(said),
                                            viewer.account(),
                                            time.now(),
                                            safe(safe)));
                    drafts.done(viewer, "safety.said:" + whose);
                    return "/desk/concerns/" + concern + "?done=safety.desk.done.opened";
                });
    }

    private static Optional<Boolean> safe(String chosen) {
        return switch (chosen) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private String page(
            Viewer viewer, PersonId whose, String source, String said, String safe, Errors errors, Model model) {
        Person person = people.visibleTo(viewer).get(whose, part);
        List<Concern> all = concerns.visibleTo(viewer).of(whose);
        model.addAttribute(
                "page",
                new PersonConcernsPage(
                        whose.toString(),
                        ConcernPages.name(person),
                        all,
                        questions.visibleTo(viewer).of(whose).stream()
                                .map(one -> new ConcernsPage.Ask(one.id(), "", one.at(), one.howSafe()))
                                .toList(),
                        practices.current().zone(),
                        source,
                        said,
                        safe,
                        errors));
        return "safety/person-concerns";
    }
}
