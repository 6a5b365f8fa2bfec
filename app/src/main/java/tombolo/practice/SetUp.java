package tombolo.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.accounts.Secret;
import tombolo.accounts.SignIns;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Vault;

/** The first minutes of a practice: whoever holds the token from the server's console names it and becomes its first colleague, once. */
@Component
public class SetUp {
    private final PracticeRegistry registry;
    private final Practices practices;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Vault vault;
    private final AuditChain audit;
    private final TransactionTemplate transaction;
    private final Optional<String> host;
    private final AtomicReference<@Nullable Secret> token = new AtomicReference<>();

    SetUp(
            PracticeRegistry registry,
            Practices practices,
            Accounts accounts,
            SignIns signIns,
            Vault vault,
            AuditChain audit,
            PlatformTransactionManager transactions,
            @Value("${tombolo.url:#{null}}") @Nullable String url) {
        this.registry = registry;
        this.practices = practices;
        this.accounts = accounts;
        this.signIns = signIns;
        this.vault = vault;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.host = Optional.ofNullable(url).map(java.net.URI::create).map(java.net.URI::getHost);
    }

    /** What the first colleague says about themself and the practice. */
    public record Beginning(String practice, String name, String address, ZoneId zone, String word) {}

    /** A token for the console; it lives in memory alone, and a new one makes the old one worthless. */
    public Secret issue() {
        Secret fresh = Secret.fresh();
        token.set(fresh);
        return fresh;
    }

    /** Takes back a token nobody used. */
    void withdraw() {
        token.set(null);
    }

    /** True while a token is out and nobody has used it. */
    public boolean isOpen() {
        return token.get() != null;
    }

    /** True until a practice has a colleague who is all the way in. */
    public boolean isNeeded() {
        return registry.all().stream().noneMatch(practice -> CurrentPractice.within(practice, this::hasColleague));
    }

    private boolean hasColleague() {
        return accounts.staff().stream().anyMatch(account -> account.standing().isInUse());
    }

    /** Whether this is the token, without using it up. */
    public boolean knows(String presented) {
        Secret issued = token.get();
        return issued != null
                && Secret.presented(presented).filter(issued::equals).isPresent();
    }

    /** Opens the practice and lets its first colleague in to choose how they sign in. The token is used up. */
    public void begin(String presented, Beginning beginning, HttpServletRequest request, HttpServletResponse response) {
        Secret issued = token.get();
        if (!knows(presented) || !token.compareAndSet(issued, null)) {
            throw new NotFound();
        }
        try {
            UUID practice = place(host.orElse(request.getServerName()));
            CurrentPractice.within(
                    practice,
                    () -> transaction.executeWithoutResult(status -> {
                        Account first = found(new PracticeId(practice), beginning);
                        signIns.beginEnrolling(first.id(), request, response);
                    }));
        } catch (RuntimeException e) {
            token.compareAndSet(null, issued);
            throw e;
        }
    }

    /** A practice that was begun and never finished is begun again, not doubled. */
    private UUID place(String name) {
        Optional<UUID> begun = registry.all().stream()
                .filter(practice -> !CurrentPractice.within(practice, this::hasColleague))
                .filter(practice -> registry.at(name).equals(Optional.of(practice)))
                .findFirst();
        UUID practice = begun.orElseGet(Ids::next);
        if (begun.isEmpty()) {
            registry.add(practice, name.toLowerCase(Locale.ROOT));
        }
        vault.createKeys(new PracticeId(practice));
        return practice;
    }

    private Account found(PracticeId id, Beginning beginning) {
        Optional<Practice> begun = practices.find();
        Account first = accounts.openForStaff(
                begun.isPresent() ? fresh(beginning.address()) : beginning.address(),
                beginning.name(),
                EnumSet.of(Role.MANAGER, Role.THERAPIST),
                Optional.empty());
        Practice practice = new Practice(
                id,
                beginning.practice(),
                beginning.word(),
                Optional.empty(),
                beginning.zone(),
                "GB",
                weekdays(),
                Set.of(),
                Practice.ANSWER_DAYS,
                first.id(),
                Optional.empty(),
                begun.map(Practice::version).orElse(0));
        if (begun.isPresent()) {
            practices.save(practice);
        } else {
            practices.add(practice);
        }
        audit.record(first.viewer(), Act.WROTE, "practice");
        return first;
    }

    /** Whoever began and did not finish gives their name back. */
    private String fresh(String address) {
        accounts.staff().stream()
                .filter(account -> account.standing() == Account.Standing.ENROLLING)
                .forEach(account -> accounts.giveBackAddress(account.id()));
        return address;
    }

    private static Set<DayOfWeek> weekdays() {
        return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }
}
