package tombolo.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.SignIn;
import tombolo.accounts.SignIns;
import tombolo.practice.Staff;
import tombolo.practice.Staff.Change;
import tombolo.practice.StaffInvitations;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.LinkHome;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Who works here. Everybody here may see it, so that a name nobody knows is noticed; a manager may change it. */
@Controller
class StaffController {
    private static final Set<Role> AT_THE_DESK = EnumSet.complementOf(EnumSet.of(Role.PERSON));

    private final Staff staff;
    private final StaffInvitations invitations;
    private final SignIns signIns;
    private final Once once;
    private final ProgrammeTime time;
    private final LinkHome home;

    StaffController(
            Staff staff, StaffInvitations invitations, SignIns signIns, Once once, ProgrammeTime time, LinkHome home) {
        this.staff = staff;
        this.invitations = invitations;
        this.signIns = signIns;
        this.once = once;
        this.time = time;
        this.home = home;
    }

    @GetMapping("/desk/practice/staff")
    String show(SignIn signIn, Model model) {
        return page(signIn, Typed.NOTHING, "", "", Errors.none(), model);
    }

    /**
     * What stands in the forms again.
     *
     * @param colleague whom it is about, where something was not done; empty else
     * @param roles theirs, as ticked; empty where none were
     * @param anyway which of their two forms asks whether to do it all the same: {@code roles}, {@code closing} or none
     */
    private record Typed(String name, Set<String> chosen, String colleague, Set<String> roles, String anyway) {
        static final Typed NOTHING = new Typed("", Set.of(), "", Set.of(), "");

        static Typed newcomer(String name, Set<Role> chosen) {
            return new Typed(name, names(chosen), "", Set.of(), "");
        }

        boolean isAbout(AccountId one) {
            return colleague.equals(one.toString());
        }

        boolean isTicked(AccountId one) {
            return isAbout(one) && !roles.isEmpty();
        }
    }

    /** The link is shown in the answer itself, once; a second press finds the invitation made. */
    @PostMapping("/desk/practice/staff/invitations")
    String invite(
            SignIn signIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) Set<String> roles,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        manager(signIn);
        Set<Role> chosen = roles(roles);
        Errors errors = Errors.none();
        if (name.isBlank() || name.length() > 200) {
            errors.add("name", "practice.staff.error.name");
        }
        if (chosen.isEmpty()) {
            errors.add("roles", "practice.staff.error.roles");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(signIn, Typed.newcomer(name, chosen), "", "", errors, model);
        }
        return once.shown(idem, () -> invitations.make(signIn.viewer(), name.strip(), chosen))
                .map(secret -> page(
                        signIn,
                        Typed.NOTHING,
                        home.of(request) + "/join/" + secret.text(),
                        name.strip(),
                        Errors.none(),
                        model))
                .orElse("redirect:/desk/practice/staff?done=practice.done.invited");
    }

    @PostMapping("/desk/practice/staff/invitations/{id}/withdrawal")
    String withdraw(SignIn signIn, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        manager(signIn);
        return "redirect:"
                + once.effect(idem, () -> {
                    invitations.withdraw(signIn.viewer(), id);
                    return "/desk/practice/staff?done=practice.done.withdrawn";
                });
    }

    @PostMapping("/desk/practice/staff/{id}/roles")
    String giveRoles(
            SignIn signIn,
            @PathVariable UUID id,
            @RequestParam(required = false) Set<String> roles,
            @RequestParam(defaultValue = "false") boolean anyway,
            HttpServletResponse response,
            Model model) {
        manager(signIn);
        Set<Role> chosen = roles(roles);
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    signIn,
                    Typed.NOTHING,
                    "",
                    "",
                    Errors.none().add("roles-" + id, "practice.staff.error.roles"),
                    model);
        }
        Change change = staff.giveRoles(signIn.viewer(), new AccountId(id), chosen, anyway);
        Typed typed = new Typed("", Set.of(), id.toString(), names(chosen), anyway(change, "roles"));
        return changed(signIn, id, change, "roles", typed, response, model);
    }

    @PostMapping("/desk/practice/staff/{id}/closing")
    String close(
            SignIn signIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean anyway,
            HttpServletResponse response,
            Model model) {
        manager(signIn);
        Change change = staff.close(signIn.viewer(), new AccountId(id), anyway);
        Typed typed = new Typed("", Set.of(), id.toString(), Set.of(), anyway(change, "closing"));
        return changed(signIn, id, change, "left", typed, response, model);
    }

    @PostMapping("/desk/practice/staff/{id}/opening")
    String open(SignIn signIn, @PathVariable UUID id, HttpServletResponse response, Model model) {
        manager(signIn);
        Change change = staff.open(signIn.viewer(), new AccountId(id));
        return changed(signIn, id, change, "back", Typed.NOTHING, response, model);
    }

    private static String anyway(Change change, String form) {
        return change == Change.STILL_WALKS ? form : "";
    }

    private String changed(
            SignIn signIn,
            UUID id,
            Change change,
            String done,
            Typed typed,
            HttpServletResponse response,
            Model model) {
        if (change == Change.DONE) {
            return "redirect:/desk/practice/staff?done=practice.done." + done;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String why = "practice.staff.error." + change.name().toLowerCase(Locale.ROOT);
        Errors errors = change == Change.STILL_WALKS
                ? Errors.none().add("roles-" + id, why, staff.inCare(new AccountId(id)))
                : Errors.none().add("roles-" + id, why);
        return page(signIn, typed, "", "", errors, model);
    }

    /** Who may do what is changed by a manager, and only with a key shown a moment ago. */
    private void manager(SignIn signIn) {
        if (!signIn.viewer().is(Role.MANAGER)) {
            throw new NotFound();
        }
        signIns.requireProof(signIn, "/desk/practice/staff");
    }

    private static Set<Role> roles(@org.jspecify.annotations.Nullable Collection<String> typed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (typed != null) {
            AT_THE_DESK.stream().filter(role -> typed.contains(role.name())).forEach(roles::add);
        }
        return roles;
    }

    private static Set<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }

    private String page(SignIn signIn, Typed typed, String link, String linkFor, Errors errors, Model model) {
        Viewer viewer = signIn.viewer();
        List<Staff.Colleague> all = staff.all();
        model.addAttribute(
                "page",
                new StaffPage(
                        viewer.is(Role.MANAGER),
                        signIns.isProved(signIn),
                        all.stream()
                                .map(colleague -> new StaffPage.Line(
                                        colleague.id().toString(),
                                        colleague.name(),
                                        names(colleague.roles()),
                                        typed.isTicked(colleague.id()) ? typed.roles() : names(colleague.roles()),
                                        colleague.standing().isInUse(),
                                        colleague.standing() == Standing.ENROLLING,
                                        colleague.invitedBy().map(staff::nameOf).orElse(""),
                                        colleague.id().equals(viewer.account()),
                                        typed.isAbout(colleague.id()) ? typed.anyway() : ""))
                                .toList(),
                        invitations.open().stream()
                                .map(invited -> new StaffPage.Invited(
                                        invited.id().toString(),
                                        invited.name(),
                                        names(invited.roles()),
                                        staff.nameOf(invited.invitedBy()),
                                        Duration.between(time.now(), invited.endsAt())
                                                        .toDays()
                                                + 1))
                                .toList(),
                        AT_THE_DESK.stream()
                                .map(role -> new Choice(role.name(), role.name()))
                                .toList(),
                        typed.name(),
                        typed.chosen(),
                        link,
                        linkFor,
                        errors));
        return "practice/staff";
    }
}
