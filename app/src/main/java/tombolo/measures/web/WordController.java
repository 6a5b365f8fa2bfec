package tombolo.measures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.measures.OwnWords;
import tombolo.measures.Responses;
import tombolo.people.Person;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Where a person chooses the word that opens links sent to them; at the desk, with the screen turned to them. */
@Controller
@RequestMapping({"/my/questions/word", "/desk/people/{person}/questions/word"})
class WordController {
    private final OwnWords words;
    private final Responses responses;
    private final AuditChain audit;
    private final Once once;

    WordController(OwnWords words, Responses responses, AuditChain audit, Once once) {
        this.words = words;
        this.responses = responses;
        this.audit = audit;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String form(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        return form(viewer, whose(viewer, person), Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String choose(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        Person whose = whose(viewer, person);
        Errors errors = Errors.none();
        OwnWords.refuse(
                        word,
                        whose.name().map(Confidential::words).map(List::of).orElse(List.of()))
                .ifPresent(why -> errors.add(
                        "word",
                        "measures.word."
                                + switch (why) {
                                    case TOO_SHORT -> "short";
                                    case TOO_LONG -> "long";
                                    case TOO_EASY -> "easy";
                                }));
        if (errors.isEmpty()
                && !word.strip().toLowerCase(Locale.ROOT).equals(again.strip().toLowerCase(Locale.ROOT))) {
            errors.add("again", "measures.word.differ");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(viewer, whose, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    words.choose(whose.id(), word);
                    audit.record(viewer, Act.WROTE, whose.id(), "measures");
                    return base(viewer, whose.id()) + "?done=measures.done.word";
                });
    }

    /** Links are not for everybody: whoever signs in, or answers with their therapist, needs no word. */
    @PostMapping("/none")
    @Transactional
    String none(
            Viewer viewer, @PathVariable(required = false) @Nullable UUID person, @RequestParam("_idem") UUID idem) {
        Person whose = whose(viewer, person);
        return "redirect:"
                + once.effect(idem, () -> {
                    words.wantsNone(whose.id());
                    audit.record(viewer, Act.WROTE, whose.id(), "measures");
                    return base(viewer, whose.id()) + "?done=measures.done.no-word";
                });
    }

    private String form(Viewer viewer, Person whose, Errors errors, Model model) {
        String base = base(viewer, whose.id());
        model.addAttribute(
                "page",
                new WordPage(
                        viewer.person().isEmpty(),
                        base + "/word",
                        base,
                        words.has(whose.id()),
                        words.wants(whose.id()),
                        errors));
        return "measures/word";
    }

    private static String base(Viewer viewer, PersonId whose) {
        return viewer.person().isPresent() ? "/my/questions" : "/desk/people/" + whose + "/questions";
    }

    private Person whose(Viewer viewer, @Nullable UUID person) {
        Optional<PersonId> id = person == null ? viewer.person() : Optional.of(new PersonId(person));
        return responses.visibleTo(viewer).person(id.orElseThrow(NotFound::new));
    }
}
