package tombolo.measures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Door;
import tombolo.accounts.Secret;
import tombolo.instruments.Instrument;
import tombolo.measures.Asking;
import tombolo.measures.Askings;
import tombolo.measures.OwnWords;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.measures.Way;
import tombolo.measures.WhichSession;
import tombolo.people.ContactPart;
import tombolo.people.HowToReach;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Area;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.LinkHome;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Where a therapist puts questions, types a paper form in, or hands the device over for the answering. */
@Controller
@RequestMapping("/desk/people/{person}")
class DeskQuestionsController {
    private static final int LONGEST_REASON = 200;

    private final Askings askings;
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final OwnWords words;
    private final ContactPart contact;
    private final AuditChain audit;
    private final Optional<WhichSession> which;
    private final Practices practices;
    private final Sheets sheets;
    private final Door door;
    private final Once once;
    private final ProgrammeTime time;
    private final LinkHome home;

    DeskQuestionsController(
            Askings askings,
            Responses responses,
            Questionnaires questionnaires,
            OwnWords words,
            ContactPart contact,
            AuditChain audit,
            Optional<WhichSession> which,
            Practices practices,
            Sheets sheets,
            Door door,
            Once once,
            ProgrammeTime time,
            LinkHome home) {
        this.askings = askings;
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.words = words;
        this.contact = contact;
        this.audit = audit;
        this.which = which;
        this.practices = practices;
        this.sheets = sheets;
        this.door = door;
        this.once = once;
        this.time = time;
        this.home = home;
    }

    @GetMapping("/questions")
    @Transactional
    String questions(Viewer viewer, @PathVariable UUID person, Model model) {
        PersonId id = new PersonId(person);
        return questions(viewer, id, Questionnaires.EACH_SESSION, sessionNow(id), Errors.none(), model);
    }

    private String sessionNow(PersonId person) {
        return which.flatMap(it -> it.now(person)).map(String::valueOf).orElse("");
    }

    private String questions(
            Viewer viewer, PersonId person, List<String> chosen, String session, Errors errors, Model model) {
        Person whose = responses.visibleTo(viewer).person(person);
        model.addAttribute(
                "page",
                new DeskQuestionsPage(
                        base(person),
                        name(whose),
                        questionnaires.usual(),
                        chosen,
                        session,
                        askings.visibleTo(viewer).of(person).stream()
                                .map(this::line)
                                .toList(),
                        words.has(person),
                        practices.current().zone(),
                        errors));
        return "measures/deskQuestions";
    }

    private DeskQuestionsPage.Line line(Asking asking) {
        Asking.State state = asking.state(time.now());
        Instant when = switch (state) {
            case TO_COME -> asking.opens();
            case OPEN, MISSED -> asking.closes();
            case ANSWERED -> asking.answered().orElseThrow();
            case WITHDRAWN -> asking.withdrawn().orElseThrow();
        };
        return new DeskQuestionsPage.Line(
                asking, asking.instruments().stream().map(questionnaires::get).toList(), state, when);
    }

    /**
     * What was chosen leads on: to a form to type in, or to the device being handed over. Where the press led is not kept,
     * because it is a secret link; a second press meets a device that is signed out.
     */
    @PostMapping("/questions")
    @Transactional
    String begin(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam(name = "measure", required = false) @Nullable List<String> measures,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "paper") String way,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PersonId id = new PersonId(person);
        responses.visibleTo(viewer).person(id);
        List<String> chosen = measures == null
                ? List.of()
                : questionnaires.usual().stream()
                        .map(Instrument::id)
                        .filter(measures::contains)
                        .toList();
        Errors errors = Errors.none();
        if (chosen.isEmpty()) {
            errors.add("measure", "measures.desk.questions.which.wrong");
        }
        if (!isSession(session)) {
            errors.add("session", "measures.desk.sheet.session.wrong");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return questions(viewer, id, chosen, session, errors, model);
        }
        if (!way.equals("room")) {
            return "redirect:" + base(id) + "/answers?way=" + (way.equals("entered") ? "entered" : "paper")
                    + "&measure=" + String.join("&measure=", chosen)
                    + "&session=" + session.strip();
        }
        Secret secret = askings.visibleTo(viewer).inRoom(id, chosen, session(session));
        door.leave(Area.DESK, request, response);
        return "redirect:/q/" + secret.text();
    }

    @GetMapping("/answers")
    @Transactional
    String sheet(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam(name = "measure", required = false) @Nullable List<String> measures,
            @RequestParam MultiValueMap<String, String> fields,
            Language language,
            Model model) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(fields);
        typed.put("asked", measures == null ? Questionnaires.EACH_SESSION : measures);
        typed.set("day", time.today(practices.current().zone()).toString());
        if (!fields.containsKey("session")) {
            typed.set("session", sessionNow(new PersonId(person)));
        }
        return sheet(viewer, new PersonId(person), typed, Errors.none(), language, model);
    }

    @PostMapping("/answers")
    @Transactional
    String keep(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            Language language,
            HttpServletResponse response,
            Model model) {
        PersonId id = new PersonId(person);
        responses.visibleTo(viewer).person(id);
        ZoneId zone = practices.current().zone();
        List<Instrument> asked = Sheets.asked(fields, questionnaires.usual());
        Optional<Instant> taken = taken(value(fields, "day"), zone);
        Errors errors = wrong(fields, taken);
        Sheets.open(fields, asked).byField().forEach((field, said) -> errors.add(field, said.key()));
        if (asked.isEmpty() || !errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return sheet(viewer, id, fields, errors, language, model);
        }
        boolean entered = value(fields, "way").equals("entered");
        return "redirect:"
                + once.effect(idem, () -> {
                    responses
                            .visibleTo(viewer)
                            .keep(
                                    id,
                                    Sheets.answers(fields, asked),
                                    entered ? Way.ENTERED : Way.PAPER,
                                    idem,
                                    session(value(fields, "session")),
                                    taken.orElseThrow(),
                                    entered ? Optional.of(Confidential.of(value(fields, "why"))) : Optional.empty());
                    return base(id) + "/progress?done=measures.done.kept";
                });
    }

    private Errors wrong(MultiValueMap<String, String> fields, Optional<Instant> taken) {
        Errors errors = Errors.none();
        if (taken.isEmpty()) {
            errors.add("day", "measures.desk.sheet.day.wrong");
        }
        if (!isSession(value(fields, "session"))) {
            errors.add("session", "measures.desk.sheet.session.wrong");
        }
        String why = value(fields, "why");
        if (value(fields, "way").equals("entered") && (why.isEmpty() || why.length() > LONGEST_REASON)) {
            errors.add("why", "measures.desk.sheet.why.wrong");
        }
        return errors;
    }

    private String sheet(
            Viewer viewer,
            PersonId person,
            MultiValueMap<String, String> fields,
            Errors errors,
            Language language,
            Model model) {
        Person whose = responses.visibleTo(viewer).person(person);
        List<Instrument> asked = Sheets.asked(fields, questionnaires.usual());
        model.addAttribute(
                "page",
                new DeskSheetPage(
                        base(person),
                        name(whose),
                        value(fields, "way").equals("entered"),
                        asked.stream().anyMatch(one -> one.risk().isPresent()),
                        value(fields, "day"),
                        value(fields, "session"),
                        value(fields, "why"),
                        sheets.laid(asked, language, fields),
                        errors.byField().values().stream()
                                .anyMatch(said -> said.key().equals("measures.questions.left")),
                        errors));
        return "measures/deskSheet";
    }

    /**
     * A link is made and shown here, once: to send it by the way that is safe is for whoever sees it now. For somebody who has
     * chosen no word there is none, because nothing would open it.
     */
    @PostMapping("/questions/{asking}/link")
    @Transactional
    String link(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID asking,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PersonId id = new PersonId(person);
        Person whose = responses.visibleTo(viewer).person(id);
        if (!words.has(id)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Errors errors = Errors.none().add("link", "measures.desk.link.wordless");
            return questions(viewer, id, Questionnaires.EACH_SESSION, sessionNow(id), errors, model);
        }
        Optional<Secret> fresh = once.shown(
                        idem, () -> askings.visibleTo(viewer).link(id, asking))
                .flatMap(Function.identity());
        if (fresh.isEmpty()) {
            return "redirect:" + base(id) + "/questions?done=measures.done.link-before";
        }
        audit.record(viewer, Act.READ, id, contact.name());
        Instant until = askings.visibleTo(viewer).of(id).stream()
                .filter(one -> one.id().equals(asking))
                .findFirst()
                .orElseThrow()
                .closes();
        model.addAttribute(
                "page",
                new LinkPage(
                        base(id),
                        home.of(request) + "/q/" + fresh.get().text(),
                        until,
                        HowToReach.of(whose.contact(), practices.current().country()),
                        practices.current().zone()));
        return "measures/link";
    }

    @PostMapping("/questions/{asking}/withdrawal")
    @Transactional
    String withdraw(
            Viewer viewer, @PathVariable UUID person, @PathVariable UUID asking, @RequestParam("_idem") UUID idem) {
        PersonId id = new PersonId(person);
        return "redirect:"
                + once.effect(idem, () -> {
                    askings.visibleTo(viewer).withdraw(id, asking);
                    return base(id) + "/questions?done=measures.done.withdrawn";
                });
    }

    private static String base(PersonId person) {
        return "/desk/people/" + person;
    }

    private static String name(Person person) {
        return person.name().map(Confidential::words).orElse("");
    }

    private static String value(MultiValueMap<String, String> fields, String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private static boolean isSession(String typed) {
        return typed.isBlank()
                || (typed.strip().matches("\\d{1,3}")
                        && session(typed).orElseThrow() >= 1
                        && session(typed).orElseThrow() <= 200);
    }

    private static Optional<Integer> session(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(typed.strip()));
    }

    /** Today is now; an earlier day is its noon, for nobody wrote the hour down. */
    private Optional<Instant> taken(String day, ZoneId zone) {
        LocalDate today = time.today(zone);
        return TypedDay.read(day)
                .filter(typed -> !typed.isAfter(today))
                .map(typed -> typed.equals(today)
                        ? time.now()
                        : typed.atTime(12, 0).atZone(zone).toInstant());
    }
}
