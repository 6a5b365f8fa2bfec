package tombolo.people.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.people.AlsoSeen;
import tombolo.people.Consent;
import tombolo.people.Consents;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.StandIns;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.Entry;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** The pages on which a person sees who sees them, and takes back what they agreed to. */
@Controller
class MyController {
    private static final int LOOKS = 200;
    private static final Set<Eyes> STAFF = EnumSet.complementOf(EnumSet.of(Eyes.THEMSELF));

    private final People people;
    private final Consents consents;
    private final Accounts accounts;
    private final Practices practices;
    private final StandIns standIns;
    private final ProgrammeTime time;
    private final AuditChain audit;
    private final List<PartOfRecord> parts;
    private final List<AlsoSeen> also;
    private final Once once;

    MyController(
            People people,
            Consents consents,
            Accounts accounts,
            Practices practices,
            StandIns standIns,
            ProgrammeTime time,
            AuditChain audit,
            List<PartOfRecord> parts,
            List<AlsoSeen> also,
            Once once) {
        this.people = people;
        this.consents = consents;
        this.accounts = accounts;
        this.practices = practices;
        this.standIns = standIns;
        this.time = time;
        this.audit = audit;
        this.parts = parts;
        this.also = also;
        this.once = once;
    }

    /** Whoever is no therapist here any more opens nothing, though they still walk with them. */
    private boolean opens(AccountId therapist) {
        return accounts.staff().stream()
                .anyMatch(one -> one.id().equals(therapist)
                        && one.standing().isInUse()
                        && one.roles().contains(Role.THERAPIST));
    }

    @GetMapping("/my/what-my-therapist-sees")
    @Transactional
    String seen(Viewer viewer, Model model) {
        Person me = myself(viewer);
        model.addAttribute(
                "page",
                new SeenPage(
                        me.therapists().stream()
                                .filter(this::opens)
                                .map(accounts::nameOf)
                                .toList(),
                        standIns.of(me.id(), time.now()).stream()
                                .map(one -> new SeenPage.Stands(
                                        accounts.nameOf(one.who()), accounts.nameOf(one.instead()), one))
                                .toList(),
                        also.stream()
                                .flatMap(one -> one.of(me).stream())
                                .map(one -> new SeenPage.Also(
                                        one.said(),
                                        one.words().map(Confidential::words).orElse("")))
                                .toList(),
                        openTo(Eyes.THERAPIST),
                        openTo(Eyes.MANAGER),
                        parts.stream()
                                .filter(part -> STAFF.stream().noneMatch(part.openTo()::contains))
                                .toList(),
                        consents.stands(me.id(), Purpose.SUPERVISION),
                        practices.current().zone()));
        return "people/seen";
    }

    private List<PartOfRecord> openTo(Eyes eyes) {
        return parts.stream().filter(part -> part.openTo().contains(eyes)).toList();
    }

    @GetMapping("/my/who-has-looked")
    @Transactional
    String looked(Viewer viewer, Model model) {
        Person me = myself(viewer);
        List<String> notTheirs = parts.stream()
                .filter(part -> !part.openTo().contains(Eyes.THEMSELF))
                .map(PartOfRecord::name)
                .toList();
        List<Entry> byOthers = audit.about(me.id()).stream()
                .filter(entry -> !entry.actor().equals(Optional.of(viewer.account())))
                .filter(entry -> !notTheirs.contains(entry.what()))
                .toList();
        ZoneId zone = practices.current().zone();
        Map<List<Object>, List<Entry>> byDay = byOthers.stream()
                .limit(LOOKS)
                .collect(Collectors.groupingBy(
                        entry -> List.of(
                                LocalDate.ofInstant(entry.at(), zone), entry.actor(), entry.act(), entry.what()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<AccountId, String> names = new HashMap<>();
        List<LookedPage.Line> lines = byDay.values().stream()
                .map(same -> line(same.getFirst(), same.size(), names))
                .toList();
        model.addAttribute("page", new LookedPage(lines, zone, byOthers.size() > LOOKS));
        return "people/looked";
    }

    private LookedPage.Line line(Entry last, int times, Map<AccountId, String> names) {
        return new LookedPage.Line(
                last.at(),
                last.actor().map(who -> names.computeIfAbsent(who, this::name)).orElse(""),
                "people.looked." + last.act(),
                part(last.what()),
                times);
    }

    private String name(AccountId who) {
        return accounts.nameIfAny(who).orElse("");
    }

    private String part(String what) {
        return parts.stream()
                .filter(part -> part.name().equals(what))
                .findFirst()
                .map(PartOfRecord::title)
                .orElse("people.part.record");
    }

    @GetMapping("/my/consents")
    @Transactional
    String consents(Viewer viewer, Model model) {
        List<Consent> given = consents.of(myself(viewer).id());
        List<ConsentsPage.Line> lines = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            Optional<Consent> last = given.stream()
                    .filter(consent -> consent.purpose() == purpose)
                    .findFirst();
            lines.add(new ConsentsPage.Line(
                    purpose,
                    last.filter(Consent::stands).isPresent(),
                    last.map(consent -> consent.withdrawn().orElse(consent.given())),
                    last.flatMap(Consent::putDownBy).map(this::name).orElse(""),
                    last.filter(Consent::isToOtherWords).isPresent()));
        }
        model.addAttribute("page", new ConsentsPage(lines, practices.current().zone()));
        return "people/consents";
    }

    @PostMapping("/my/consents/{purpose}")
    @Transactional
    String give(Viewer viewer, @PathVariable Purpose purpose, @RequestParam("_idem") UUID idem, Language language) {
        PersonId me = myself(viewer).id();
        return "redirect:"
                + once.effect(idem, () -> {
                    consents.give(me, purpose, language.tag());
                    audit.record(viewer, Act.CONSENTED, me, "person");
                    return "/my/consents?done=people.done.agreed";
                });
    }

    @PostMapping("/my/consents/{purpose}/withdrawal")
    @Transactional
    String takeBack(Viewer viewer, @PathVariable Purpose purpose, @RequestParam("_idem") UUID idem) {
        PersonId me = myself(viewer).id();
        return "redirect:"
                + once.effect(idem, () -> {
                    consents.withdraw(me, purpose);
                    audit.record(viewer, Act.CONSENTED, me, "person");
                    return "/my/consents?done=people.done.taken-back";
                });
    }

    private Person myself(Viewer viewer) {
        return people.visibleTo(viewer).get(viewer.person().orElseThrow(NotFound::new));
    }
}
