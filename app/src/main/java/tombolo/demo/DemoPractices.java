package tombolo.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.database.CurrentPractice;
import tombolo.database.PracticeRegistry;
import tombolo.ui.Area;
import tombolo.vault.AccountId;

/** The demo's two practices, and which account belongs to whom of the cast. */
@Component
@Profile("demo")
public class DemoPractices {
    private final PracticeRegistry registry;
    private final Accounts accounts;
    private final Map<Cast, AccountId> known = new EnumMap<>(Cast.class);

    DemoPractices(PracticeRegistry registry, Accounts accounts) {
        this.registry = registry;
        this.accounts = accounts;
    }

    /** Every practice of the demo. */
    public List<UUID> ids() {
        return new ArrayList<>(registry.all());
    }

    /** The practice found under a home's host name; none before the demo is furnished. */
    Optional<UUID> of(Cast.Home home) {
        return registry.all().size() < Cast.Home.values().length ? Optional.empty() : registry.at(home.host());
    }

    /** The account of one of the cast. */
    public synchronized AccountId accountOf(Cast who) {
        return known.computeIfAbsent(who, this::find);
    }

    private AccountId find(Cast who) {
        UUID practice = of(who.home()).orElseThrow(() -> new IllegalStateException("The demo is not furnished yet"));
        return CurrentPractice.within(practice, () -> accounts
                .withAddress(who.isPerson() ? Area.MY : Area.DESK, who.address())
                .map(Account::id)
                .orElseThrow(() -> new IllegalStateException(who + " has no account; start with --fresh")));
    }
}
