package tombolo.cover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import tombolo.cover.HandOn;
import tombolo.cover.Transfers;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Handing a person on to another therapist, with what is still open in sight. */
@Controller
@RequestMapping("/desk/people/{person}/transfer")
class TransferController {
    private static final int LONGEST = 1000;

    private final Transfers transfers;
    private final People people;
    private final Staff staff;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    TransferController(
            Transfers transfers,
            People people,
            Staff staff,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.transfers = transfers;
        this.people = people;
        this.staff = staff;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String transfer(Viewer viewer, @PathVariable UUID person, Model model) {
        return page(viewer, new PersonId(person), "", today().toString(), false, "", Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String handOn(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String agreedOn,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String words,
            @RequestParam("_v") int version,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        PersonId whose = new PersonId(person);
        String done = "/desk/people?done=cover.done.handed-on";
        Optional<AccountId> chosen = colleague(viewer, whose, to);
        Errors errors = Errors.none();
        if (chosen.isEmpty()) {
            errors.add("to", "cover.desk.error.to");
        }
        if (!agreed) {
            errors.add("agreed", "cover.desk.error.agreed");
        }
        if (TypedDay.read(agreedOn).filter(it -> !it.isAfter(today())).isEmpty()) {
            errors.add("agreedOn", "cover.desk.error.agreedOn");
        }
        if (words.length() > LONGEST) {
            errors.add("words", "cover.desk.error.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, whose, to, agreedOn, agreed, words, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    boolean handed = transfers
                            .visibleTo(viewer)
                            .handOn(
                                    whose,
                                    version,
                                    chosen.orElseThrow(),
                                    TypedDay.read(agreedOn).orElseThrow(),
                                    Optional.of(words.strip())
                                            .filter(it -> !it.isEmpty())
                                            .map(Confidential::of));
                    if (!handed) {
                        throw new Conflict(
                                List.of(new Difference("cover.desk.transfer.words", words, "")),
                                "/desk/people/" + whose + "/transfer");
                    }
                    drafts.done(viewer, "cover.transfer:" + whose);
                    return done;
                });
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }

    private Optional<AccountId> colleague(Viewer viewer, PersonId whose, String chosen) {
        Transfers.Visible mine = transfers.visibleTo(viewer);
        return people.visibleTo(viewer).get(whose).therapists().contains(viewer.account())
                ? mine.therapists(mine.person(whose)).stream()
                        .map(one -> one.id())
                        .filter(id -> id.toString().equals(chosen))
                        .findFirst()
                : Optional.empty();
    }

    private String page(
            Viewer viewer,
            PersonId whose,
            String to,
            String agreedOn,
            boolean agreed,
            String words,
            Errors errors,
            Model model) {
        Person person = people.visibleTo(viewer).get(whose);
        model.addAttribute(
                "page",
                new TransferPage(
                        whose.toString(),
                        person.name().map(Confidential::words).orElse(""),
                        person.therapists().contains(viewer.account()),
                        person.version(),
                        transfers.visibleTo(viewer).of(whose).stream()
                                .map(this::before)
                                .toList(),
                        transfers.visibleTo(viewer).open(whose),
                        transfers.visibleTo(viewer).therapists(person).stream()
                                .map(one -> new Choice(one.id().toString(), one.name()))
                                .toList(),
                        to,
                        agreedOn,
                        agreed,
                        words,
                        errors));
        return "cover/transfer";
    }

    private TransferPage.Before before(HandOn one) {
        return new TransferPage.Before(
                staff.nameOf(one.from()),
                staff.nameOf(one.to()),
                LocalDate.ofInstant(one.at(), practices.current().zone()),
                one.agreedOn(),
                one.words().map(Confidential::words).orElse(""));
    }
}
