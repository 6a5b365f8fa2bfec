package tombolo.course.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.IntakePart;
import tombolo.course.Intakes;
import tombolo.people.Consent;
import tombolo.people.Consents;
import tombolo.people.Purpose;
import tombolo.practice.Practices;
import tombolo.ui.Language;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * What somebody agrees to, one by one, put down by the therapist who reads the words with them: also before a course begins and
 * after it ended, for whoever has no pages of their own.
 */
@Controller
@RequestMapping("/desk/people/{person}/intake/consents")
class ConsentsAtDeskController {
    private final Intakes intakes;
    private final IntakePart part;
    private final Courses courses;
    private final Consents consents;
    private final Practices practices;
    private final AuditChain audit;
    private final Once once;

    ConsentsAtDeskController(
            Intakes intakes,
            IntakePart part,
            Courses courses,
            Consents consents,
            Practices practices,
            AuditChain audit,
            Once once) {
        this.intakes = intakes;
        this.part = part;
        this.courses = courses;
        this.consents = consents;
        this.practices = practices;
        this.audit = audit;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String consents(Viewer viewer, @PathVariable UUID person, Model model) {
        PersonId id = new PersonId(person);
        Whose whose = Whose.of(intakes.visibleTo(viewer).person(id));
        audit.record(viewer, Act.READ, id, part.name());
        List<Consent> given = consents.of(id);
        model.addAttribute(
                "page",
                new ConsentsAtDeskPage(
                        whose,
                        courses.visibleTo(viewer)
                                .of(id)
                                .filter(it -> it.state() != Course.State.ENDED)
                                .isPresent(),
                        Arrays.stream(Purpose.values())
                                .map(purpose -> new ConsentsAtDeskPage.Line(
                                        purpose,
                                        given.stream()
                                                .filter(one -> one.purpose() == purpose)
                                                .findFirst()))
                                .toList(),
                        practices.current().zone()));
        return "course/consents";
    }

    /** Said aloud, having read the words on this page; put down by the therapist. */
    @PostMapping("/{purpose}")
    @Transactional
    String agreed(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable Purpose purpose,
            @RequestParam("_idem") UUID idem,
            Language language) {
        return consent(
                viewer, person, idem, id -> consents.saidInTheRoom(id, purpose, language.tag(), viewer.account()));
    }

    @PostMapping("/{purpose}/withdrawal")
    @Transactional
    String takenBack(
            Viewer viewer, @PathVariable UUID person, @PathVariable Purpose purpose, @RequestParam("_idem") UUID idem) {
        return consent(viewer, person, idem, id -> consents.takenBackInTheRoom(id, purpose, viewer.account()));
    }

    private String consent(Viewer viewer, UUID person, UUID idem, Consumer<PersonId> change) {
        PersonId id = intakes.visibleTo(viewer).person(new PersonId(person)).id();
        return "redirect:"
                + once.effect(idem, () -> {
                    change.accept(id);
                    audit.record(viewer, Act.CONSENTED, id, "person");
                    return "/desk/people/" + person + "/intake/consents?done=course.done.consent";
                });
    }
}
