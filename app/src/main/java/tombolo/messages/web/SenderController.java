package tombolo.messages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.messages.DiscreetText;
import tombolo.messages.Senders;
import tombolo.messages.Way;
import tombolo.people.TypedContact;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Whoever runs the practice chooses the neutral name its messages come from, and sees whether any leave. */
@Controller
class SenderController {
    private static final int LONGEST = 40;

    private final Senders senders;
    private final DiscreetText discreet;
    private final AuditChain audit;
    private final Once once;

    SenderController(Senders senders, DiscreetText discreet, AuditChain audit, Once once) {
        this.senders = senders;
        this.discreet = discreet;
        this.audit = audit;
        this.once = once;
    }

    @GetMapping("/desk/messages")
    @Transactional
    String sender(Viewer viewer, Model model) {
        manager(viewer);
        return page(senders.name(), Errors.none(), model);
    }

    @PostMapping("/desk/messages")
    @Transactional
    String choose(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        manager(viewer);
        String typed = TypedContact.line(name);
        Errors errors = Errors.none();
        TypedContact.tooLong(errors, "name", typed, LONGEST);
        discreet.telling(Language.ENGLISH, typed)
                .ifPresent(word -> errors.add("name", "messages.desk.sender.telling", word));
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(typed, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    senders.choose(typed);
                    audit.record(viewer, Act.WROTE, "messages");
                    return "/desk/messages?done=messages.done.sender";
                });
    }

    private String page(String name, Errors errors, Model model) {
        model.addAttribute("page", new SenderPage(name, senders.sends(Way.EMAIL), senders.sends(Way.TEXT), errors));
        return "messages/sender";
    }

    private static void manager(Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw new NotFound();
        }
    }
}
