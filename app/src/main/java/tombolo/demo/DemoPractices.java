package tombolo.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** True before anybody has ever come in. */
    boolean areEmpty() {
        return registry.all().isEmpty();
    }

    /** The practice found under a home's host name. */
    UUID of(Cast.Home home) {
        return registry.at(home.host())
                .filter(found -> registry.all().size() == Cast.Home.values().length)
                .orElseThrow(DemoPractices::halfFurnished);
    }

    static IllegalStateException halfFurnished() {
        return new IllegalStateException("The demo was stopped while it was being furnished. Start it with --fresh.");
    }

    /** The account of one of the cast. */
    public synchronized AccountId accountOf(Cast who) {
        return known.computeIfAbsent(who, this::find);
    }

    private AccountId find(Cast who) {
        return CurrentPractice.within(of(who.home()), () -> accountHere(who));
    }

    /** The account of one of the cast in the practice whose work is being done. */
    AccountId accountHere(Cast who) {
        return accounts.withAddress(who.isPerson() ? Area.MY : Area.DESK, who.address())
                .map(Account::id)
                .orElseThrow(() -> new IllegalStateException(who + " has no account. Start the demo with --fresh."));
    }
}
