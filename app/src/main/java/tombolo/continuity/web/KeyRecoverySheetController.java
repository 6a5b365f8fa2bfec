package tombolo.continuity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.SignIn;
import tombolo.accounts.SignIns;
import tombolo.continuity.SheetMaking;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** Making the key-recovery sheet and typing part of it back; without it nobody real is taken in. */
@Controller
class KeyRecoverySheetController {
    static final String HERE = "/desk/key-recovery-sheet";

    private final SheetMaking making;
    private final SignIns signIns;
    private final SheetMakers makers;
    private final AuditChain audit;
    private final Once once;
    private final ProgrammeTime time;

    KeyRecoverySheetController(
            SheetMaking making, SignIns signIns, SheetMakers makers, AuditChain audit, Once once, ProgrammeTime time) {
        this.making = making;
        this.signIns = signIns;
        this.makers = makers;
        this.audit = audit;
        this.once = once;
        this.time = time;
    }

    @GetMapping(HERE)
    String show(SignIn signIn, HttpServletResponse response, Model model) {
        admit(signIn);
        return page(List.of(), Errors.none(), response, model);
    }

    /** The code is in the answer itself, once; a second press finds the sheet made. */
    @PostMapping(HERE)
    String make(SignIn signIn, @RequestParam("_idem") UUID idem, HttpServletResponse response, Model model) {
        admit(signIn);
        signIns.requireProof(signIn, HERE);
        return once.shown(idem, () -> {
                    audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "key-recovery-sheet");
                    return making.make();
                })
                .map(groups -> page(groups, Errors.none(), response, model))
                .orElse("redirect:" + HERE);
    }

    @PostMapping(HERE + "/confirmation")
    String confirm(
            SignIn signIn,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String second,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        admit(signIn);
        String location = once.effect(idem, () -> {
            if (!making.typedBack(first, second)) {
                return "";
            }
            audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "key-recovery-sheet");
            return HERE + "?done=continuity.done.typed";
        });
        if (!location.isEmpty()) {
            return "redirect:" + location;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(List.of(), Errors.none().add("first", "continuity.error.groups"), response, model);
    }

    private void admit(SignIn signIn) {
        if (!makers.include(signIn.viewer())) {
            throw new NotFound();
        }
    }

    private String page(List<String> groups, Errors errors, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "page",
                new KeyRecoverySheetPage(
                        making.stage(),
                        groups,
                        making.asked(),
                        making.lastBackup()
                                .map(at ->
                                        LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
                                .orElse(""),
                        time.today(ZoneOffset.UTC).toString(),
                        errors));
        return "continuity/keyRecoverySheet";
    }
}
