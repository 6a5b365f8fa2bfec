package tombolo.enquiries.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.enquiries.Answering;
import tombolo.enquiries.ReachOut;
import tombolo.enquiries.Reference;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.vault.PracticeId;

/** Reaching out, from anywhere: one calm page, one look at it again, and one press that sends it. */
@Controller
final class ReachOutController {
    private final ReachOut reachOut;
    private final Networks networks;

    ReachOutController(ReachOut reachOut, Networks networks) {
        this.reachOut = reachOut;
        this.networks = networks;
    }

    /** Always empty, whatever the address says. */
    @GetMapping("/reach-out")
    String begin(Model model, HttpServletResponse response) {
        return form(ReachOutForm.EMPTY, Errors.none(), "", reachOut.answering(), model, response);
    }

    /** Back from the check, or with what somebody marked in the check-in and wants to pass on. */
    @PostMapping("/reach-out")
    String goOn(@RequestParam MultiValueMap<String, String> posted, Model model, HttpServletResponse response) {
        return form(ReachOutForm.of(posted), Errors.none(), "", reachOut.answering(), model, response);
    }

    @GetMapping({"/reach-out/check-answers", "/reach-out/enquiry"})
    String nothingToCheck() {
        return "redirect:/reach-out";
    }

    @PostMapping("/reach-out/check-answers")
    String check(@RequestParam MultiValueMap<String, String> posted, Model model, HttpServletResponse response) {
        ReachOutForm form = ReachOutForm.of(posted);
        Optional<Answering> answering = reachOut.answering();
        if (answering.isEmpty()) {
            return away(form, answering, model, response);
        }
        Errors errors = wrong(form, answering.get());
        if (!errors.isEmpty() || !reachOut.isOpen()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, errors, "", answering, model, response);
        }
        model.addAttribute("page", new CheckPage(form, answering.get()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "enquiries/check";
    }

    @PostMapping("/reach-out/enquiry")
    String send(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        ReachOutForm form = ReachOutForm.of(posted);
        Optional<Answering> answering = reachOut.answering();
        if (answering.isEmpty() || answering.get().remembered()) {
            return away(form, answering, model, response);
        }
        Errors errors = wrong(form, answering.get());
        if (!errors.isEmpty() || !reachOut.isOpen()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, errors, "", answering, model, response);
        }
        try {
            return "redirect:"
                    + reachOut.send(
                            idem,
                            form.letter(answering.get().country()),
                            () -> networks.mayWrite(PracticeId.current(), request.getRemoteAddr()));
        } catch (ReachOut.TooOften e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
            return form(form, Errors.none(), "enquiries.trouble.often", answering, model, response);
        } catch (DataAccessException | TransactionException e) {
            return away(form, answering, model, response);
        }
    }

    @GetMapping("/reach-out/sent/{reference}")
    String sent(@PathVariable String reference, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute(
                "page", Reference.heard(reference).flatMap(reachOut::justSent).orElseThrow(NotFound::new));
        return "enquiries/sent";
    }

    /** Nothing is lost: what was typed stands on the page it comes back with. */
    private String away(ReachOutForm form, Optional<Answering> answering, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        return form(form, Errors.none(), "enquiries.trouble.away", answering, model, response);
    }

    private String form(
            ReachOutForm form,
            Errors errors,
            String trouble,
            Optional<Answering> answering,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (answering.isPresent() && !reachOut.isOpen()) {
            model.addAttribute("page", answering.get());
            return "enquiries/closed";
        }
        model.addAttribute("page", new ReachOutPage(form, errors, answering, trouble));
        return "enquiries/reach-out";
    }

    private static Errors wrong(ReachOutForm form, Answering answering) {
        return form.wrong(answering.country(), answering.phone().isPresent());
    }
}
