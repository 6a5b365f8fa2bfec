package tombolo.practice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Account;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.Accounts;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Everybody who works in the practice, and what each may do. There is always a manager, and nobody closes their own account. */
@Component
@Transactional
public class Staff {
    private final Accounts accounts;
    private final Practices practices;
    private final AuditChain audit;
    private final ObjectProvider<InCare> inCare;

    Staff(Accounts accounts, Practices practices, AuditChain audit, ObjectProvider<InCare> inCare) {
        this.accounts = accounts;
        this.practices = practices;
        this.audit = audit;
        this.inCare = inCare;
    }

    /** One of them. */
    public record Colleague(
            AccountId id, String name, Set<Role> roles, Standing standing, Optional<AccountId> invitedBy) {}

    /** All of them, also those who have left; the first first. */
    public List<Colleague> all() {
        return accounts.staff().stream().map(this::colleague).toList();
    }

    /** Those who work here now. */
    public List<Colleague> working() {
        return all().stream()
                .filter(colleague -> colleague.standing().isInUse())
                .toList();
    }

    /** Those of them who are therapists. */
    public List<Colleague> therapists() {
        return working().stream()
                .filter(colleague -> colleague.roles().contains(Role.THERAPIST))
                .toList();
    }

    /** Whether somebody works here now. */
    public boolean isWorking(AccountId id) {
        return working().stream().anyMatch(one -> one.id().equals(id));
    }

    /** Whether they do, as a therapist. */
    public boolean isTherapist(AccountId id) {
        return therapists().stream().anyMatch(one -> one.id().equals(id));
    }

    /** The name people are told for a colleague. */
    public String nameOf(AccountId id) {
        return accounts.nameOf(id);
    }

    private Colleague colleague(Account account) {
        return new Colleague(
                account.id(), accounts.nameOf(account.id()), account.roles(), account.standing(), account.invitedBy());
    }

    /** What came of a change. */
    public enum Change {
        DONE,
        /** The practice would be left without a manager. */
        LAST_MANAGER,
        /** It is one's own account. */
        OWN_ACCOUNT,
        /** They answer the enquiries, or cover; somebody else must first. */
        STILL_ANSWERS,
        /** They walk with people, who are to be handed on first. */
        STILL_WALKS
    }

    /**
     * Gives a colleague other roles.
     *
     * @param allTheSame also where they would be a therapist no more, and people in their care have not been handed on
     */
    public Change giveRoles(Viewer manager, AccountId id, Set<Role> roles, boolean allTheSame) {
        Colleague colleague = get(id);
        if (!roles.contains(Role.MANAGER) && isLastManager(colleague)) {
            return Change.LAST_MANAGER;
        } else if (!allTheSame && isNoTherapistAnyMore(colleague, roles) && inCare(id) > 0) {
            return Change.STILL_WALKS;
        }
        accounts.giveRoles(id, roles);
        audit.record(manager, Act.CHANGED_ACCESS, "practice");
        return Change.DONE;
    }

    /**
     * Closes the account of a colleague who leaves; it stops at once.
     *
     * @param allTheSame also where people in their care have not been handed on: some must be out at once
     */
    public Change close(Viewer manager, AccountId id, boolean allTheSame) {
        Colleague colleague = get(id);
        if (id.equals(manager.account())) {
            return Change.OWN_ACCOUNT;
        } else if (isLastManager(colleague)) {
            return Change.LAST_MANAGER;
        } else if (answers(id)) {
            return Change.STILL_ANSWERS;
        } else if (!allTheSame && inCare(id) > 0) {
            return Change.STILL_WALKS;
        }
        if (colleague.standing() == Standing.ENROLLING) {
            accounts.giveBackAddress(id);
        }
        accounts.disable(id);
        audit.record(manager, Act.CHANGED_ACCESS, "practice");
        return Change.DONE;
    }

    /** Opens the account of a colleague who comes back. */
    public Change open(Viewer manager, AccountId id) {
        get(id);
        accounts.enable(id);
        audit.record(manager, Act.CHANGED_ACCESS, "practice");
        return Change.DONE;
    }

    /** How many people walk with this colleague. */
    public int inCare(AccountId id) {
        return inCare.stream().mapToInt(one -> one.with(id)).sum();
    }

    private boolean answers(AccountId id) {
        Practice practice = practices.current();
        return practice.answeredBy().equals(id) || practice.cover().equals(Optional.of(id));
    }

    private static boolean isNoTherapistAnyMore(Colleague colleague, Set<Role> roles) {
        return colleague.roles().contains(Role.THERAPIST) && !roles.contains(Role.THERAPIST);
    }

    private boolean isLastManager(Colleague colleague) {
        return colleague.roles().contains(Role.MANAGER)
                && colleague.standing().isInUse()
                && working().stream()
                                .filter(one -> one.roles().contains(Role.MANAGER))
                                .count()
                        == 1;
    }

    private Colleague get(AccountId id) {
        return all().stream()
                .filter(colleague -> colleague.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
