package tombolo.enquiries.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.enquiries.Enquiries;
import tombolo.enquiries.Enquiry;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.people.ForgetPerson;
import tombolo.people.Invitations;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.TypedContact;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** How an enquiry ends: they begin here, or they do not and why, or they asked us to forget them. */
@Controller
@RequestMapping("/desk/enquiries/{id}")
class EnquiryEndingController {
    private final Enquiries enquiries;
    private final ChangeEnquiry change;
    private final People people;
    private final Invitations invitations;
    private final ForgetPerson forgetPerson;
    private final AuditChain audit;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    EnquiryEndingController(
            Enquiries enquiries,
            ChangeEnquiry change,
            People people,
            Invitations invitations,
            ForgetPerson forgetPerson,
            AuditChain audit,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.enquiries = enquiries;
        this.change = change;
        this.people = people;
        this.invitations = invitations;
        this.forgetPerson = forgetPerson;
        this.audit = audit;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    /** They begin here without pages of their own: in person, or on the telephone. */
    @PostMapping("/beginning")
    @Transactional
    String begin(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        change.once(idem, "enquiries.done.began", viewer, id, enquiry -> {
            change.refuseIfEnded(viewer, enquiry, "");
            enquiry.end(Reason.BEGAN, viewer.account(), time.now(), Confidential.of(""));
            Person from = opened.from();
            from.walksWith(viewer.account(), time.now());
            if (!people.save(from)) {
                throw new Conflict(List.of(), ChangeEnquiry.address(id));
            }
            audit.record(viewer, Act.CHANGED_ACCESS, from.id(), "person");
        });
        return "redirect:/desk/people/" + opened.from().id() + "?done=enquiries.done.began";
    }

    @GetMapping("/ending")
    @Transactional
    String end(Viewer viewer, @PathVariable UUID id, Model model) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        model.addAttribute("page", page(opened, "", "", Errors.none()));
        return "enquiries/end";
    }

    private static EndPage page(Enquiries.Opened opened, String reason, String note, Errors errors) {
        return new EndPage(
                opened.enquiry().id().toString(),
                opened.from().id().toString(),
                EnquiryPages.name(opened.from()),
                reason,
                note,
                errors);
    }

    @PostMapping("/ending")
    @Transactional
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam("_idem") UUID idem,
            Model model,
            HttpServletResponse response) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        String typed = TypedContact.text(note);
        Optional<Reason> why = Arrays.stream(Reason.values())
                .filter(it -> it.name().equals(reason) && it != Reason.BEGAN)
                .findFirst();
        Errors errors = Errors.none();
        if (why.isEmpty()) {
            errors.add("reason", "enquiries.wrong.reason");
        }
        TypedContact.tooLong(errors, "note", typed, 2000);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(opened, reason, typed, errors));
            return "enquiries/end";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    invitations.revoke(opened.from().id());
                    return change.now("enquiries.done.ended", viewer, id, enquiry -> {
                        change.refuseIfEnded(viewer, enquiry, typed);
                        enquiry.end(why.orElseThrow(), viewer.account(), time.now(), Confidential.of(typed));
                        drafts.done(viewer, "enquiries.ending:" + id);
                    });
                });
    }

    @GetMapping("/erasure")
    @Transactional
    String erase(Viewer viewer, @PathVariable UUID id, Model model) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        refuseIfBegun(opened.enquiry());
        model.addAttribute("page", new ErasePage(ChangeEnquiry.address(id), EnquiryPages.name(opened.from())));
        return "enquiries/erase";
    }

    /** Because they asked us to. */
    @PostMapping("/erasure")
    @Transactional
    String erase(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        return "redirect:"
                + once.effect(idem, () -> {
                    Enquiries.Opened opened = enquiries.visibleTo(viewer).toChange(new EnquiryId(id));
                    refuseIfBegun(opened.enquiry());
                    forgetPerson.forget(opened.from().id(), viewer);
                    return "/desk/enquiries?done=enquiries.done.erased";
                });
    }

    /** Whoever has begun here is a person in care; forgetting them takes more than one press. */
    private static void refuseIfBegun(Enquiry enquiry) {
        if (enquiry.state() == Enquiry.State.BEGAN) {
            throw new NotFound();
        }
    }
}
