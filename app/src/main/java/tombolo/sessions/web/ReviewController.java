package tombolo.sessions.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
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
import tombolo.course.Phase;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.SpokenOf;
import tombolo.practice.Practices;
import tombolo.sessions.SelfReview;
import tombolo.sessions.SelfReview.Answer;
import tombolo.sessions.SelfReview.Item;
import tombolo.sessions.SelfReviews;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNotes;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** A therapist looks back at an hour of their own. */
@Controller
@RequestMapping("/desk/people/{person}/session/review/{note}")
class ReviewController {
    private final SessionNotes notes;
    private final SelfReviews reviews;
    private final Courses courses;
    private final SpokenOf spokenOf;
    private final Glances glances;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    ReviewController(
            SessionNotes notes,
            SelfReviews reviews,
            Courses courses,
            SpokenOf spokenOf,
            Glances glances,
            Practices practices,
            Once once,
            ProgrammeTime time) {
        this.notes = notes;
        this.reviews = reviews;
        this.courses = courses;
        this.spokenOf = spokenOf;
        this.glances = glances;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String review(Viewer viewer, @PathVariable UUID person, @PathVariable UUID note, Model model) {
        SessionNote found = own(viewer, person, note);
        Optional<SelfReview> review = reviews.visibleTo(viewer).of(found.hour());
        Optional<Course> course = courses.visibleTo(viewer).all(found.hour().person()).stream()
                .filter(it -> it.id().value().equals(found.hour().course()))
                .findFirst();
        Optional<Phase> phase = course.map(
                it -> it.phases().at(Math.min(found.hour().number(), it.phases().sessions())));
        Glance<String> told = spokenOf.glance();
        Glances.Seen seen = glances.at(viewer, found.hour().person(), List.of(told));
        model.addAttribute(
                "page",
                new ReviewPage(
                        Whose.of(
                                seen.person(),
                                seen.of(told),
                                found,
                                course.map(Course::sessionsPlanned).orElse(0),
                                practices.current().zone()),
                        note,
                        Item.in(phase.equals(Optional.of(Phase.INITIAL)), phase.equals(Optional.of(Phase.ENDING))),
                        review.map(SelfReview::answers).orElse(Map.of()),
                        review.map(SelfReview::percentage).orElse(OptionalInt.empty())));
        return "sessions/review";
    }

    @PostMapping
    @Transactional
    String keep(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID note,
            @RequestParam Map<String, String> fields,
            @RequestParam("_idem") UUID idem) {
        SessionNote found = own(viewer, person, note);
        return "redirect:"
                + once.effect(idem, () -> {
                    Map<Item, Answer> answers = new EnumMap<>(Item.class);
                    for (Item item : Item.values()) {
                        Arrays.stream(Answer.values())
                                .filter(answer -> answer.name().equals(fields.get(item.name())))
                                .forEach(answer -> answers.put(item, answer));
                    }
                    reviews.visibleTo(viewer).save(new SelfReview(found.hour(), viewer.account(), answers, time.now()));
                    return "/desk/people/" + person + "/session/review/" + note + "?done=sessions.done.reviewed";
                });
    }

    private SessionNote own(Viewer viewer, UUID person, UUID note) {
        return notes.visibleTo(viewer)
                .of(new PersonId(person), note)
                .filter(it -> it.begunBy().equals(viewer.account()))
                .orElseThrow(NotFound::new);
    }
}
