package tombolo.enquiries.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.enquiries.Enquiries;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.vault.Viewer;

/** The desk's enquiries: who waits, for how long, who answers, and what was answered. */
@Controller
@RequestMapping("/desk/enquiries")
class EnquiriesController {
    private final Enquiries enquiries;
    private final ChangeEnquiry change;
    private final EnquiryPages pages;
    private final Accounts accounts;
    private final Practices practices;
    private final Drafts drafts;
    private final ProgrammeTime time;

    EnquiriesController(
            Enquiries enquiries,
            ChangeEnquiry change,
            EnquiryPages pages,
            Accounts accounts,
            Practices practices,
            Drafts drafts,
            ProgrammeTime time) {
        this.enquiries = enquiries;
        this.change = change;
        this.pages = pages;
        this.accounts = accounts;
        this.practices = practices;
        this.drafts = drafts;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String list(Viewer viewer, Model model) {
        Practice practice = practices.current();
        model.addAttribute(
                "page",
                new EnquiriesPage(
                        pages.rows(enquiries.visibleTo(viewer).open(), practice),
                        pages.rows(enquiries.visibleTo(viewer).ended(), practice),
                        practice.zone()));
        return "enquiries/list";
    }

    /** Whoever may answer reads the words; whoever runs the practice sees only that somebody waits. */
    @GetMapping("/{id}")
    @Transactional
    String enquiry(Viewer viewer, @PathVariable UUID id, Model model) {
        EnquiryId enquiry = new EnquiryId(id);
        Practice practice = practices.current();
        if (!enquiries.visibleTo(viewer).mayOpen(enquiry)) {
            Enquiries.Line line = enquiries.visibleTo(viewer).line(enquiry);
            model.addAttribute("page", pages.line(line, practice));
            return "enquiries/line";
        }
        Enquiries.Opened opened = enquiries.visibleTo(viewer).open(enquiry);
        ReplyForm reply = ReplyForm.empty(time.now(), practice.zone());
        model.addAttribute("page", pages.one(viewer, opened, practice, reply, Errors.none()));
        return "enquiries/enquiry";
    }

    /** "I will answer this." Whoever saw that a colleague had it says so knowingly. */
    @PostMapping("/{id}/taking")
    @Transactional
    String take(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String holder) {
        return change.once(idem, "enquiries.done.taken", viewer, id, enquiry -> {
            change.refuseIfEnded(viewer, enquiry, "");
            String now = enquiry.taken().map(it -> it.by().toString()).orElse("");
            if (!now.equals(holder) && !now.equals(viewer.account().toString())) {
                String theirs =
                        enquiry.taken().map(it -> accounts.nameOf(it.by())).orElse("");
                throw new Conflict(
                        List.of(new Conflict.Difference(
                                "enquiries.conflict.holder", accounts.nameOf(viewer.account()), theirs)),
                        ChangeEnquiry.address(id));
            }
            enquiry.takeOn(viewer.account(), time.now());
        });
    }

    @PostMapping("/{id}/replies")
    @Transactional
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("_idem") UUID idem,
            Model model,
            HttpServletResponse response) {
        ReplyForm form = ReplyForm.of(posted);
        Practice practice = practices.current();
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        Errors errors = form.wrong(opened.enquiry().sent(), time.now(), practice.zone());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.one(viewer, opened, practice, form, errors));
            return "enquiries/enquiry";
        }
        return change.once(idem, "enquiries.done.answered", viewer, id, enquiry -> {
            change.refuseIfEnded(viewer, enquiry, form.said());
            enquiry.answer(form.reply(viewer.account(), practice.zone()));
            drafts.done(viewer, "enquiries.reply:" + id);
        });
    }
}
