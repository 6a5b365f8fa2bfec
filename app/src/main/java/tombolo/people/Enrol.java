package tombolo.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.accounts.Secret;
import tombolo.accounts.SignIns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** Somebody comes in by invitation: they say what they agree to, and then choose how to sign in. */
@Component
@Transactional
public class Enrol {
    private final Invitations invitations;
    private final People people;
    private final Consents consents;
    private final Accounts accounts;
    private final SignIns signIns;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    Enrol(
            Invitations invitations,
            People people,
            Consents consents,
            Accounts accounts,
            SignIns signIns,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.invitations = invitations;
        this.people = people;
        this.consents = consents;
        this.accounts = accounts;
        this.signIns = signIns;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /** Looks at an invitation without using it up. */
    public Optional<Invitation> invited(String presented) {
        return Secret.presented(presented).flatMap(invitations::open).filter(this::opens);
    }

    /** Who will walk with them: whoever does already, else whoever asked them in. */
    public AccountId walksWith(Invitation invitation) {
        return people.find(invitation.person()).stream()
                .flatMap(person -> person.therapists().stream())
                .findFirst()
                .orElse(invitation.invitedBy());
    }

    /** Uses the invitation up and lets the person in as far as choosing how to sign in; false when the link does not open. */
    public boolean enter(
            String presented,
            Set<Purpose> agreed,
            String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> account = enter(presented, agreed, language);
        account.ifPresent(it -> signIns.beginEnrolling(it.id(), request, response));
        return account.isPresent();
    }

    /**
     * For somebody who pressed twice: the browser shows the second answer, and the first may have taken their sign-in with it.
     * Whoever calls this has made sure that it is the same press of the same form.
     */
    public boolean enterAgain(String presented, HttpServletRequest request, HttpServletResponse response) {
        Optional<Account> account = Secret.presented(presented)
                .flatMap(invitations::usedJustNow)
                .flatMap(invitation -> accounts.of(invitation.person()))
                .filter(it -> it.standing() == Account.Standing.ENROLLING);
        account.ifPresent(it -> signIns.beginEnrolling(it.id(), request, response));
        return account.isPresent();
    }

    /** The same without a browser at hand; nothing is done when the link does not open. */
    Optional<Account> enter(String presented, Set<Purpose> agreed, String language) {
        if (!agreed.contains(Purpose.RECORD)) {
            throw new IllegalArgumentException("Nobody is let in without having agreed that a record is kept");
        }
        Optional<Invitation> used = Secret.presented(presented)
                .filter(secret -> invitations.open(secret).filter(this::opens).isPresent())
                .flatMap(invitations::use);
        return used.map(invitation -> enter(invitation, agreed, language));
    }

    /** Not for somebody who has pages of their own already. */
    private boolean opens(Invitation invitation) {
        return people.find(invitation.person()).isPresent()
                && accounts.of(invitation.person())
                        .filter(account -> account.standing() != Account.Standing.ENROLLING)
                        .isEmpty();
    }

    private Account enter(Invitation invitation, Set<Purpose> agreed, String language) {
        Person person = people.find(invitation.person()).orElseThrow(NotFound::new);
        Instant now = time.now();
        Account account = accounts.of(person.id())
                .map(this::begunBefore)
                .orElseGet(() -> accounts.openForPerson(person.id(), Optional.empty()));
        if (person.enrolment().isEmpty()) {
            person.enrols(account.id(), now);
        }
        if (person.isWithout(invitation.invitedBy(), invitation.made())) {
            person.walksWith(invitation.invitedBy(), now);
        }
        if (!people.save(person)) {
            throw new IllegalStateException("Somebody changed this person while they came in");
        }
        agreed.forEach(purpose -> consents.give(person.id(), purpose, language));
        audit.record(account.viewer(), Act.ENROLLED, person.id(), "person");
        audit.record(account.viewer(), Act.CONSENTED, person.id(), "person");
        events.publishEvent(new Enrolled(person.id()));
        return account;
    }

    /** They came in once and did not get as far as a key: whoever that was is out, and it begins again. */
    private Account begunBefore(Account account) {
        signIns.endOthers(account.viewer(), Optional.empty());
        return account;
    }
}
