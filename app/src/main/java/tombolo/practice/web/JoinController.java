package tombolo.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.accounts.Attempts;
import tombolo.accounts.Secret;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.practice.StaffInvitation;
import tombolo.practice.StaffInvitations;
import tombolo.ui.Area;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;

/** Joining the practice as a colleague. The link is looked at as often as anybody likes, and used once, by a press. */
@Controller
class JoinController {
    private final StaffInvitations invitations;
    private final Practices practices;
    private final Staff staff;
    private final Accounts accounts;
    private final Attempts attempts;

    JoinController(
            StaffInvitations invitations, Practices practices, Staff staff, Accounts accounts, Attempts attempts) {
        this.invitations = invitations;
        this.practices = practices;
        this.staff = staff;
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @GetMapping("/join/{link}")
    String show(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        StaffInvitation invitation = invitation(link, request);
        return page(link, invitation, invitation.name(), "", Errors.none(), response, model);
    }

    @PostMapping("/join/{link}")
    String join(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        StaffInvitation invitation = invitation(link, request);
        Errors errors = Errors.none();
        if (name.isBlank() || name.length() > 200) {
            errors.add("name", "practice.set-up.error.name");
        }
        if (address.strip().length() < 3 || address.length() > 254) {
            errors.add("address", "practice.set-up.error.address");
        } else if (!accounts.isFree(Area.DESK, address)) {
            errors.add("address", "practice.join.error.taken");
        }
        if (errors.isEmpty()) {
            try {
                invitations.join(secret(link), name.strip(), address, request, response);
                return "redirect:/desk/first-steps";
            } catch (DuplicateKeyException e) {
                errors.add("address", "practice.join.error.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(link, invitation, name, address, errors, response, model);
    }

    private StaffInvitation invitation(String link, HttpServletRequest request) {
        attempts.countLink(request.getRemoteAddr());
        return invitations.of(secret(link)).orElseThrow(NotFound::new);
    }

    private static Secret secret(String link) {
        return Secret.presented(link).orElseThrow(NotFound::new);
    }

    private String page(
            String link,
            StaffInvitation invitation,
            String name,
            String address,
            Errors errors,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "page",
                new JoinPage(
                        "/join/" + link,
                        practices.current().name(),
                        staff.nameOf(invitation.invitedBy()),
                        name,
                        address,
                        errors));
        return "practice/join";
    }
}
