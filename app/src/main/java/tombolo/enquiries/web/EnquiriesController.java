package tombolo.enquiries.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.enquiries.Enquiries;
import tombolo.enquiries.Enquiry;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.enquiries.Outline;
import tombolo.enquiries.Reply;
import tombolo.people.ForgetPerson;
import tombolo.people.HowToReach;
import tombolo.people.Invitation;
import tombolo.people.Invitations;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.TypedContact;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The desk's enquiries: who waits, for how long, who answers, and what was answered. */
@Controller
class EnquiriesController {
    private static final String LIST = "/desk/enquiries";

    private final Enquiries enquiries;
    private final People people;
    private final Invitations invitations;
    private final ForgetPerson forgetPerson;
    private final Accounts accounts;
    private final Practices practices;
    private final AuditChain audit;
    private final Once once;
    private final ProgrammeTime time;

    EnquiriesController(
            Enquiries enquiries,
            People people,
            Invitations invitations,
            ForgetPerson forgetPerson,
            Accounts accounts,
            Practices practices,
            AuditChain audit,
            Once once,
            ProgrammeTime time) {
        this.enquiries = enquiries;
        this.people = people;
        this.invitations = invitations;
        this.forgetPerson = forgetPerson;
        this.accounts = accounts;
        this.practices = practices;
        this.audit = audit;
        this.once = once;
        this.time = time;
    }

    @GetMapping(LIST)
    @Transactional
    String list(Viewer viewer, Model model) {
        Practice practice = practices.current();
        model.addAttribute(
                "page",
                new EnquiriesPage(
                        rows(enquiries.visibleTo(viewer).open(), practice),
                        rows(enquiries.visibleTo(viewer).ended(), practice),
                        practice.zone()));
        return "enquiries/list";
    }

    private List<EnquiriesPage.Row> rows(List<Enquiries.Line> lines, Practice practice) {
        LocalDate today = time.today(practice.zone());
        return lines.stream()
                .filter(line -> line.enquiry().state() != Enquiry.State.BEGAN)
                .map(line -> row(line.enquiry(), line.from(), practice, today))
                .toList();
    }

    private EnquiriesPage.Row row(Outline outline, Person from, Practice practice, LocalDate today) {
        return new EnquiriesPage.Row(
                LIST + "/" + outline.id(),
                name(from),
                outline.sent(),
                practice.promise().waited(outline.sent(), today),
                outline.answerBy(),
                outline.isOverdue(today),
                outline.state(),
                outline.takenBy().map(accounts::nameOf).orElse(""),
                outline.tries(),
                outline.reason().map(Reason::name).orElse(""),
                forgotten(outline.sent(), practice));
    }

    /** Whoever may answer reads the words; whoever runs the practice sees only that somebody waits. */
    @GetMapping(LIST + "/{id}")
    @Transactional
    String enquiry(Viewer viewer, @PathVariable UUID id, Model model) {
        EnquiryId enquiry = new EnquiryId(id);
        Practice practice = practices.current();
        if (!enquiries.visibleTo(viewer).mayOpen(enquiry)) {
            Enquiries.Line line = enquiries.visibleTo(viewer).line(enquiry);
            model.addAttribute("page", linePage(line, practice));
            return "enquiries/line";
        }
        Enquiries.Opened opened = enquiries.visibleTo(viewer).open(enquiry);
        ReplyForm reply = ReplyForm.empty(time.now(), practice.zone());
        model.addAttribute("page", page(viewer, opened, practice, reply, Errors.none()));
        return "enquiries/enquiry";
    }

    private LinePage linePage(Enquiries.Line line, Practice practice) {
        LocalDate today = time.today(practice.zone());
        Outline outline = line.enquiry();
        return new LinePage(
                name(line.from()),
                outline.reference().text(),
                outline.state(),
                outline.sent(),
                practice.promise().waited(outline.sent(), today),
                outline.answerBy(),
                outline.isOverdue(today),
                outline.takenBy().map(accounts::nameOf).orElse(""),
                outline.tries(),
                HowToReach.of(line.from().contact(), practice.country()),
                practice.zone());
    }

    private EnquiryPage page(
            Viewer viewer, Enquiries.Opened opened, Practice practice, ReplyForm reply, Errors errors) {
        Enquiry enquiry = opened.enquiry();
        Person from = opened.from();
        LocalDate today = time.today(practice.zone());
        Optional<AccountId> holder = enquiry.taken().map(Enquiry.Taken::by);
        return new EnquiryPage(
                enquiry.id().toString(),
                from.id(),
                name(from),
                enquiry.reference().text(),
                enquiry.state(),
                enquiry.sent(),
                practice.promise().waited(enquiry.sent(), today),
                enquiry.answerBy(),
                enquiry.isOverdue(today),
                holder.map(accounts::nameOf).orElse(""),
                holder.map(AccountId::toString).orElse(""),
                holder.equals(Optional.of(viewer.account())),
                HowToReach.of(from.contact(), practice.country()),
                words(enquiry.words()),
                words(enquiry.marked()),
                enquiry.replies().stream().map(this::answered).toList(),
                enquiry.ending().map(this::ended),
                openInvitation(from.id()),
                forgotten(enquiry.sent(), practice),
                practice.zone(),
                reply,
                errors);
    }

    private EnquiryPage.Answered answered(Reply reply) {
        return new EnquiryPage.Answered(
                accounts.nameOf(reply.by()),
                reply.at(),
                reply.how().name(),
                reply.reached(),
                reply.said().words(),
                reply.next().words());
    }

    private EnquiryPage.Ended ended(Enquiry.Ending ending) {
        return new EnquiryPage.Ended(
                ending.reason().name(),
                ending.by().map(accounts::nameOf).orElse(""),
                ending.at(),
                ending.note().words());
    }

    private Optional<Instant> openInvitation(PersonId person) {
        Instant now = time.now();
        return invitations.of(person).stream()
                .filter(invitation -> invitation.state(now) == Invitation.State.OPEN)
                .map(Invitation::expires)
                .findFirst();
    }

    /** "I will answer this." Whoever saw that a colleague had it says so knowingly. */
    @PostMapping(LIST + "/{id}/taking")
    @Transactional
    String take(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String holder) {
        return once(idem, "enquiries.done.taken", viewer, id, enquiry -> {
            if (enquiry.ending().isPresent()) {
                throw endedMeanwhile("", enquiry, id);
            }
            String now = enquiry.taken().map(it -> it.by().toString()).orElse("");
            if (!now.equals(holder) && !now.equals(viewer.account().toString())) {
                String theirs =
                        enquiry.taken().map(it -> accounts.nameOf(it.by())).orElse("");
                throw new Conflict(
                        List.of(new Conflict.Difference(
                                "enquiries.conflict.holder", accounts.nameOf(viewer.account()), theirs)),
                        LIST + "/" + id);
            }
            enquiry.takeOn(viewer.account(), time.now());
        });
    }

    @PostMapping(LIST + "/{id}/replies")
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
            model.addAttribute("page", page(viewer, opened, practice, form, errors));
            return "enquiries/enquiry";
        }
        return once(idem, "enquiries.done.answered", viewer, id, enquiry -> {
            if (enquiry.ending().isPresent()) {
                throw endedMeanwhile(form.said(), enquiry, id);
            }
            enquiry.answer(form.reply(viewer.account(), practice.zone()));
        });
    }

    private static Conflict endedMeanwhile(String yours, Enquiry enquiry, UUID id) {
        String note = enquiry.ending().map(it -> it.note().words()).orElse("");
        return new Conflict(List.of(new Conflict.Difference("enquiries.conflict.ended", yours, note)), LIST + "/" + id);
    }

    /** They begin here without pages of their own: in person, or on the telephone. */
    @PostMapping(LIST + "/{id}/beginning")
    @Transactional
    String begin(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        once(idem, "enquiries.done.began", viewer, id, enquiry -> {
            if (enquiry.ending().isPresent()) {
                throw endedMeanwhile("", enquiry, id);
            }
            enquiry.end(Reason.BEGAN, viewer.account(), time.now(), Confidential.of(""));
            Person from = opened.from();
            from.walksWith(viewer.account(), time.now());
            if (!people.save(from)) {
                throw new Conflict(List.of(), LIST + "/" + id);
            }
            audit.record(viewer, Act.CHANGED_ACCESS, from.id(), "person");
        });
        return "redirect:/desk/people/" + opened.from().id() + "?done=enquiries.done.began";
    }

    @GetMapping(LIST + "/{id}/ending")
    @Transactional
    String end(Viewer viewer, @PathVariable UUID id, Model model) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        model.addAttribute("page", new EndPage(LIST + "/" + id, name(opened.from()), "", "", Errors.none()));
        return "enquiries/end";
    }

    @PostMapping(LIST + "/{id}/ending")
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
            model.addAttribute("page", new EndPage(LIST + "/" + id, name(opened.from()), reason, typed, errors));
            return "enquiries/end";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    invitations.revoke(opened.from().id());
                    return changed("enquiries.done.ended", viewer, id, enquiry -> {
                        if (enquiry.ending().isPresent()) {
                            throw endedMeanwhile(typed, enquiry, id);
                        }
                        enquiry.end(why.orElseThrow(), viewer.account(), time.now(), Confidential.of(typed));
                    });
                });
    }

    @GetMapping(LIST + "/{id}/erasure")
    @Transactional
    String erase(Viewer viewer, @PathVariable UUID id, Model model) {
        Enquiries.Opened opened = enquiries.visibleTo(viewer).get(new EnquiryId(id));
        refuseIfBegun(opened.enquiry());
        model.addAttribute("page", new ErasePage(LIST + "/" + id, name(opened.from())));
        return "enquiries/erase";
    }

    /** Because they asked us to. */
    @PostMapping(LIST + "/{id}/erasure")
    @Transactional
    String erase(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        return "redirect:"
                + once.effect(idem, () -> {
                    Enquiries.Opened opened = enquiries.visibleTo(viewer).toChange(new EnquiryId(id));
                    refuseIfBegun(opened.enquiry());
                    forgetPerson.forget(opened.from().id(), viewer);
                    return LIST + "?done=enquiries.done.erased";
                });
    }

    /** Whoever has begun here is a person in care; forgetting them takes more than one press. */
    private static void refuseIfBegun(Enquiry enquiry) {
        if (enquiry.state() == Enquiry.State.BEGAN) {
            throw new tombolo.ui.NotFound();
        }
    }

    private String once(UUID idem, String done, Viewer viewer, UUID id, Consumer<Enquiry> change) {
        return "redirect:" + once.effect(idem, () -> changed(done, viewer, id, change));
    }

    /** Changes an enquiry as it stands now; answers where to go next. */
    private String changed(String done, Viewer viewer, UUID id, Consumer<Enquiry> change) {
        Enquiry enquiry =
                enquiries.visibleTo(viewer).toChange(new EnquiryId(id)).enquiry();
        change.accept(enquiry);
        if (!enquiries.save(enquiry)) {
            throw new Conflict(List.of(), LIST + "/" + id);
        }
        audit.record(viewer, Act.WROTE, enquiry.person(), "enquiries");
        return LIST + "/" + id + "?done=" + done;
    }

    private static LocalDate forgotten(Instant sent, Practice practice) {
        return LocalDate.ofInstant(sent.plus(Enquiry.KEPT), practice.zone());
    }

    private static String name(Person from) {
        return words(from.name());
    }

    private static String words(Optional<Confidential> words) {
        return words.map(Confidential::words).orElse("");
    }
}
