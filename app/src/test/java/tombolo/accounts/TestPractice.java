package tombolo.accounts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account.Standing;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Vault;

/** A practice of its own for a test, with a host name of its own, and accounts that are in use. */
public final class TestPractice {
    /** What everybody in a test practice signs in with. */
    public static final String PASSWORD = "seven gulls on one post";

    /** Hashed once for them all: that is slow on purpose, and few tests ask for it. */
    private static final String HASHED = new Passwords().hash(PASSWORD);

    private final ApplicationContext context;
    private final PracticeId id = new PracticeId(Ids.next());

    public TestPractice(ApplicationContext context) {
        this.context = context;
        context.getBean(PracticeRegistry.class).add(id.value(), host());
        context.getBean(Vault.class).createKeys(id);
    }

    public PracticeId id() {
        return id;
    }

    /** The name its pages are asked under. */
    public String host() {
        return "p" + id.value().toString().replace("-", "") + ".localhost";
    }

    /** Does something in this practice's name. */
    public <T> T within(Supplier<T> work) {
        return CurrentPractice.within(id.value(), work::get);
    }

    public void run(Runnable work) {
        CurrentPractice.within(id.value(), work);
    }

    /** A colleague with a password and a paired authenticator app. */
    public Account colleague(String address, String name, Set<Role> roles) {
        return colleague(address, name, roles, Optional.empty());
    }

    public Account colleague(String address, String name, Set<Role> roles, Optional<AccountId> invitedBy) {
        return within(() -> {
            Accounts accounts = context.getBean(Accounts.class);
            Account account = accounts.openForStaff(address, name, roles, invitedBy);
            accounts.setPassword(account.id(), HASHED);
            accounts.stand(account.id(), Standing.ACTIVE);
            return accounts.get(account.id());
        });
    }

    public Account ishbel() {
        return colleague("ishbel@practice.example", "Ishbel", EnumSet.of(Role.THERAPIST, Role.MANAGER));
    }

    /** A person with a password. */
    public Account person(String address) {
        return person(new PersonId(Ids.next()), address);
    }

    public Account person(PersonId person, String address) {
        return within(() -> {
            context.getBean(Vault.class).createKeys(person);
            Accounts accounts = context.getBean(Accounts.class);
            Account account = accounts.openForPerson(person, Optional.of(address));
            accounts.setPassword(account.id(), HASHED);
            accounts.stand(account.id(), Standing.ACTIVE);
            return accounts.get(account.id());
        });
    }

    /** A sign-in for an account, all the way in, as the cookie a browser would send. */
    public String cookie(AccountId account) {
        return cookie(account, SignIn.Stage.COMPLETE);
    }

    String cookie(AccountId account, SignIn.Stage stage) {
        Secret secret = within(() -> context.getBean(SignIns.class).begin(account, stage));
        return within(() -> SignInCookie.name(
                        context.getBean(Accounts.class).get(account).area())) + "=" + secret.text();
    }
}
