package tombolo.messages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import tombolo.messages.Message;
import tombolo.messages.Outbox;
import tombolo.messages.Senders;
import tombolo.messages.Way;
import tombolo.messages.Wish;
import tombolo.messages.Wishes;
import tombolo.messages.web.MessagesPage.Line;
import tombolo.messages.web.MessagesPage.Where;
import tombolo.people.CloseWay;
import tombolo.people.HowToReach;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Everything that was written to somebody, for them or for the therapist beside them; and when they may be written to. */
@Controller
@RequestMapping({"/my/messages", "/desk/people/{person}/messages"})
class MessagesController {
    /** Reminders for a whole course wait in the outbox; nobody needs to read of next spring. */
    private static final Duration SOON = Duration.ofDays(7);

    private final Outbox outbox;
    private final Wishes wishes;
    private final Senders senders;
    private final CloseWay closeWay;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    MessagesController(
            Outbox outbox,
            Wishes wishes,
            Senders senders,
            CloseWay closeWay,
            Practices practices,
            Once once,
            ProgrammeTime time) {
        this.outbox = outbox;
        this.wishes = wishes;
        this.senders = senders;
        this.closeWay = closeWay;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String messages(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = whose(viewer, person);
        Optional<Wish> wish = wishes.visibleTo(viewer).of(whose);
        model.addAttribute("page", page(viewer, whose, WishForm.of(wish.orElse(Wish.UNSAID)), Errors.none()));
        return "messages/messages";
    }

    @PostMapping("/wish")
    @Transactional
    String wish(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response,
            Model model) {
        PersonId whose = whose(viewer, person);
        WishForm form = WishForm.of(posted);
        Errors errors = Errors.none();
        Optional<Wish> wish = form.wish(errors);
        if (wish.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(viewer, whose, form, errors));
            return "messages/messages";
        }
        String base = where(viewer, outbox.visibleTo(viewer).person(whose)).base();
        return "redirect:"
                + once.effect(idem, () -> {
                    wishes.visibleTo(viewer).keep(whose, wish.get());
                    return base + "?done=messages.done.wish";
                });
    }

    /** Their way is no longer safe, and nobody asks why. Staff change how somebody is reached on another page. */
    @PostMapping("/closed-way")
    @Transactional
    String close(
            Viewer viewer, @PathVariable(required = false) @Nullable UUID person, @RequestParam("_idem") UUID idem) {
        if (person != null) {
            throw new NotFound();
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    closeWay.of(viewer);
                    return "/my/messages?done=messages.done.closed";
                });
    }

    /** Whoever walks with them has told them what a message could not. */
    @PostMapping("/note")
    @Transactional
    String note(
            Viewer viewer, @PathVariable(required = false) @Nullable UUID person, @RequestParam("_idem") UUID idem) {
        if (person == null) {
            throw new NotFound();
        }
        PersonId whose = new PersonId(person);
        return "redirect:"
                + once.effect(idem, () -> {
                    outbox.visibleTo(viewer).note(whose);
                    return "/desk/people/" + whose + "/messages?done=messages.done.noted";
                });
    }

    private static PersonId whose(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    private static Where where(Viewer viewer, Person person) {
        boolean themself = viewer.person().equals(Optional.of(person.id()));
        return new Where(
                themself ? "/my/messages" : "/desk/people/" + person.id() + "/messages",
                !themself,
                person.id().toString(),
                person.name().map(Confidential::words).orElse(""));
    }

    private MessagesPage page(Viewer viewer, PersonId whose, WishForm form, Errors errors) {
        Person person = outbox.visibleTo(viewer).person(whose);
        List<Message> all = outbox.visibleTo(viewer).of(whose);
        Practice practice = practices.current();
        Instant soon = time.now().plus(SOON);
        SafeContact contact = person.contact();
        return new MessagesPage(
                where(viewer, person),
                all.stream()
                        .filter(one -> !one.state().isOver() && one.notBefore().isBefore(soon))
                        .sorted(java.util.Comparator.comparing(Message::notBefore))
                        .map(Line::new)
                        .toList(),
                all.stream().filter(one -> one.state().isOver()).map(Line::new).toList(),
                all.stream().anyMatch(Message::needsSomebody),
                outbox.visibleTo(viewer).mayWriteTo(whose),
                HowToReach.of(contact, practice.country()),
                nothingLeaves(contact),
                !wishes.answers(whose, contact.hours()),
                form,
                errors,
                practice.zone());
    }

    private boolean nothingLeaves(SafeContact contact) {
        return switch (contact.way()) {
            case EMAIL -> !senders.sends(Way.EMAIL);
            case PHONE -> !senders.sends(Way.TEXT);
            case THEY_RING, IN_PERSON -> false;
        };
    }
}
