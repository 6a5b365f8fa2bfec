package tombolo.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.accounts.Secret;
import tombolo.people.Consents;
import tombolo.people.ContactPart;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.HowToReach;
import tombolo.people.Invitation;
import tombolo.people.Invitations;
import tombolo.people.Namesakes;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact.Way;
import tombolo.people.SpokenOf;
import tombolo.people.TypedContact;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.LinkHome;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Readiness;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** The people staff know: how each is safely reached, who walks with them, and asking them in. */
@Controller
class PeopleController {
    private static final Set<Way> WAYS = EnumSet.allOf(Way.class);

    private final People people;
    private final ContactPart contact;
    private final Namesakes namesakes;
    private final SpokenOf spokenOf;
    private final Glances glances;
    private final PersonLines lines;
    private final Invitations invitations;
    private final Consents consents;
    private final Accounts accounts;
    private final Practices practices;
    private final AuditChain audit;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;
    private final ObjectProvider<Readiness> readiness;
    private final LinkHome home;

    PeopleController(
            People people,
            ContactPart contact,
            Namesakes namesakes,
            SpokenOf spokenOf,
            Glances glances,
            PersonLines lines,
            Invitations invitations,
            Consents consents,
            Accounts accounts,
            Practices practices,
            AuditChain audit,
            Drafts drafts,
            Once once,
            ProgrammeTime time,
            ObjectProvider<Readiness> readiness,
            LinkHome home) {
        this.people = people;
        this.contact = contact;
        this.namesakes = namesakes;
        this.spokenOf = spokenOf;
        this.glances = glances;
        this.lines = lines;
        this.invitations = invitations;
        this.consents = consents;
        this.accounts = accounts;
        this.practices = practices;
        this.audit = audit;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
        this.readiness = readiness;
        this.home = home;
    }

    @GetMapping("/desk/people")
    @Transactional
    String everyone(Viewer viewer, Model model) {
        model.addAttribute("page", new PeoplePage(lines.known(viewer), viewer.is(Role.THERAPIST)));
        return "people/people";
    }

    @GetMapping("/desk/people/new")
    String begin(Viewer viewer, Model model) {
        onlyTherapists(viewer);
        if (!isReady()) {
            return notYet(model);
        }
        model.addAttribute("page", ContactPage.fresh(TypedContact.EMPTY, List.of(), Errors.none()));
        return "people/contact-form";
    }

    /** Somebody who came without an enquiry; whoever writes them down walks with them. */
    @PostMapping("/desk/people")
    @Transactional
    String add(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("_idem") UUID idem,
            Model model,
            HttpServletResponse response) {
        onlyTherapists(viewer);
        if (!isReady()) {
            return notYet(model);
        }
        TypedContact typed = TypedContact.of(posted);
        List<Person> alike = namesakes.of(viewer, typed.name());
        Errors errors = wrong(typed);
        if (!alike.isEmpty() && !posted.containsKey("another")) {
            errors.add("another", "people.wrong.another");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", ContactPage.fresh(typed, alike, errors));
            return "people/contact-form";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    Person person = Person.met(typed.called(), typed.contact(country()), time.now());
                    person.walksWith(viewer.account(), time.now());
                    people.add(person);
                    audit.record(viewer, Act.WROTE, person.id(), contact.name());
                    drafts.done(viewer, ContactPage.draft(Optional.empty()));
                    return "/desk/people/" + person.id();
                });
    }

    @GetMapping("/desk/people/{id}")
    @Transactional
    String person(Viewer viewer, @PathVariable UUID id, Model model) {
        Person person = people.visibleTo(viewer).get(new PersonId(id), contact);
        audit.record(viewer, Act.READ, person.id(), contact.name());
        model.addAttribute(
                "page",
                new PersonPage(
                        person,
                        person.name().map(Confidential::words).orElse(""),
                        spokenOf(viewer, person.id()),
                        namesakes.of(viewer, person),
                        HowToReach.of(person.contact(), country()),
                        person.cares().stream()
                                .map(care -> new PersonPage.Walk(accounts.nameOf(care.therapist()), care))
                                .toList(),
                        lines.parts(viewer, person.id()),
                        consents.of(person.id()),
                        open(person),
                        mayInvite(viewer, person),
                        practices.current().zone()));
        return "people/person";
    }

    /** Only whoever may open where it stands. */
    private String spokenOf(Viewer viewer, PersonId person) {
        Glance<String> told = spokenOf.glance();
        return people.visibleTo(viewer).mayOpen(person, told.part())
                ? glances.at(viewer, person, List.of(told)).of(told)
                : "";
    }

    private Optional<Instant> open(Person person) {
        Instant now = time.now();
        return invitations.of(person.id()).stream()
                .filter(invitation -> invitation.state(now) == Invitation.State.OPEN)
                .map(Invitation::expires)
                .findFirst();
    }

    /** Only whoever has not yet chosen how to sign in can be asked in, and only by a therapist. */
    private boolean mayInvite(Viewer viewer, Person person) {
        return viewer.is(Role.THERAPIST)
                && accounts.of(person.id())
                        .filter(account -> account.standing() != Account.Standing.ENROLLING)
                        .isEmpty();
    }

    @GetMapping("/desk/people/{id}/contact")
    @Transactional
    String change(Viewer viewer, @PathVariable UUID id, Model model) {
        Person person = people.visibleTo(viewer).get(new PersonId(id), contact);
        audit.record(viewer, Act.READ, person.id(), contact.name());
        model.addAttribute(
                "page",
                ContactPage.of(person, person.version(), TypedContact.of(person, country()), false, Errors.none()));
        return "people/contact-form";
    }

    @PostMapping("/desk/people/{id}/contact")
    @Transactional
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("_idem") UUID idem,
            @RequestParam("_version") int version,
            Model model,
            HttpServletResponse response) {
        Person person = people.visibleTo(viewer).get(new PersonId(id), contact);
        TypedContact typed = TypedContact.of(posted);
        boolean safeAgain = posted.containsKey("safe-again");
        Errors errors = wrong(typed);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", ContactPage.of(person, version, typed, safeAgain, errors));
            return "people/contact-form";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    TypedContact now = TypedContact.of(person, country());
                    person.calledNow(typed.called());
                    person.reachedBy(typed.contact(country()));
                    if (safeAgain) {
                        person.opensTheirWay();
                    }
                    if (version != person.version() || !people.save(person)) {
                        audit.record(viewer, Act.READ, person.id(), contact.name());
                        throw changedMeanwhile(person.id(), typed, now);
                    }
                    audit.record(viewer, Act.WROTE, person.id(), contact.name());
                    drafts.done(viewer, ContactPage.draft(Optional.of(person.id())));
                    return "/desk/people/" + id + "?done=people.done.contact";
                });
    }

    private static Conflict changedMeanwhile(PersonId id, TypedContact yours, TypedContact theirs) {
        List<Conflict.Difference> differences = new ArrayList<>();
        differ(differences, "people.contact.them.name", yours.name(), theirs.name());
        differ(differences, "people.contact.them.phone", yours.phone(), theirs.phone());
        differ(differences, "people.contact.them.email", yours.email(), theirs.email());
        differ(differences, "people.contact.them.hours", yours.hours(), theirs.hours());
        return new Conflict(differences, "/desk/people/" + id + "/contact");
    }

    private static void differ(List<Conflict.Difference> differences, String label, String yours, String theirs) {
        if (!yours.equals(theirs)) {
            differences.add(new Conflict.Difference(label, yours, theirs));
        }
    }

    /** A link is made and shown here, once: to send it by the way that is safe is for whoever sees it now. */
    @PostMapping("/desk/people/{id}/invitation")
    @Transactional
    String invite(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            Model model) {
        Person person = people.visibleTo(viewer).get(new PersonId(id), contact);
        if (!mayInvite(viewer, person)) {
            throw new NotFound();
        }
        Optional<Secret> fresh = once.shown(idem, () -> {
            audit.record(viewer, Act.INVITED, person.id(), "person");
            return invitations.make(person.id(), viewer.account());
        });
        if (fresh.isEmpty()) {
            return "redirect:/desk/people/" + id + "?done=people.done.invited-before";
        }
        model.addAttribute(
                "page",
                new InvitedPage(
                        person.id(),
                        person.name().map(Confidential::words).orElse(""),
                        home.of(request) + "/invitation/" + fresh.get().text(),
                        time.now().plus(Invitation.LASTS),
                        practices.current().zone(),
                        HowToReach.of(person.contact(), country())));
        return "people/invited";
    }

    @PostMapping("/desk/people/{id}/invitation/withdrawal")
    @Transactional
    String takeBack(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        Person person = people.visibleTo(viewer).get(new PersonId(id), contact);
        onlyTherapists(viewer);
        return "redirect:"
                + once.effect(idem, () -> {
                    invitations.revoke(person.id());
                    audit.record(viewer, Act.REMOVED, person.id(), "person");
                    return "/desk/people/" + id + "?done=people.done.invitation-withdrawn";
                });
    }

    private boolean isReady() {
        return readiness.orderedStream().allMatch(Readiness::isOpen);
    }

    private static String notYet(Model model) {
        model.addAttribute("page", new NotYetPage());
        return "people/not-yet";
    }

    private Errors wrong(TypedContact typed) {
        Errors errors = Errors.none();
        if (typed.name().isEmpty()) {
            errors.add("name", "people.wrong.name");
        }
        typed.check(errors, country(), WAYS);
        return errors;
    }

    private String country() {
        return practices.current().country();
    }

    private static void onlyTherapists(Viewer viewer) {
        if (!viewer.is(Role.THERAPIST)) {
            throw new NotFound();
        }
    }
}
