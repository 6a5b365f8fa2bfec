package tombolo.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.people.Enrol;
import tombolo.people.Eyes;
import tombolo.people.Invitation;
import tombolo.people.PartOfRecord;
import tombolo.people.Purpose;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.Once;

/** The door a link opens. Looking at it changes nothing; only saying yes uses the link up. */
@Controller
class InvitationController {
    private final Enrol enrol;
    private final Practices practices;
    private final Accounts accounts;
    private final List<PartOfRecord> parts;
    private final Once once;

    InvitationController(Enrol enrol, Practices practices, Accounts accounts, List<PartOfRecord> parts, Once once) {
        this.enrol = enrol;
        this.practices = practices;
        this.accounts = accounts;
        this.parts = parts;
        this.once = once;
    }

    @GetMapping("/invitation/{token}")
    @Transactional
    public String look(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, Set.of(), Errors.none(), model, response);
    }

    @PostMapping("/invitation/{token}")
    @Transactional
    public String enter(
            @PathVariable String token,
            @RequestParam(name = "agree", required = false) List<Purpose> ticked,
            @RequestParam("_idem") UUID idem,
            Language language,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Set<Purpose> agreed = EnumSet.noneOf(Purpose.class);
        agreed.addAll(ticked == null ? List.of() : ticked);
        if (!agreed.contains(Purpose.RECORD)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, agreed, Errors.none().add("agree", "people.wrong.record"), model, response);
        }
        AtomicBoolean entered = new AtomicBoolean();
        String led = once.effect(press(idem, token), () -> {
            entered.set(enrol.enter(token, agreed, language.tag(), request, response));
            return entered.get() ? "/my/first-steps" : "";
        });
        if (!entered.get() && !led.isEmpty()) {
            entered.set(enrol.enterAgain(token, request, response));
        }
        return entered.get() ? "redirect:" + led : closedDoor(model, response);
    }

    /** One press of one form of one link: the form of another link does not open this one. */
    private static UUID press(UUID idem, String token) {
        return UUID.nameUUIDFromBytes((idem + " " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static String closedDoor(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("page", new ClosedDoor());
        return "people/closed-door";
    }

    private String page(String token, Set<Purpose> agreed, Errors errors, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Optional<Invitation> invitation = enrol.invited(token);
        if (invitation.isEmpty()) {
            return closedDoor(model, response);
        }
        Practice practice = practices.current();
        model.addAttribute(
                "page",
                new InvitationPage(
                        token,
                        practice.name(),
                        accounts.nameOf(enrol.walksWith(invitation.get())),
                        invitation.get().expires(),
                        practice.zone(),
                        parts.stream()
                                .filter(part -> part.openTo().contains(Eyes.THERAPIST))
                                .toList(),
                        agreed,
                        errors));
        return "people/invitation";
    }
}
