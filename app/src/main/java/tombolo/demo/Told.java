package tombolo.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whose hand does what in a {@link Story}: each of the cast acts as themself, with their own rights. */
@Component
@Profile("demo")
class Told {
    private final DemoPractices practices;
    private final Accounts accounts;

    Told(DemoPractices practices, Accounts accounts) {
        this.practices = practices;
        this.accounts = accounts;
    }

    /** One of Lochside's cast, as the one who looks or writes. People have come in once {@link Cast#arrives()} is past. */
    Viewer viewer(Cast who) {
        return account(who).viewer();
    }

    /** One of Lochside's cast who comes for themself. */
    PersonId person(Cast who) {
        return account(who).person().orElseThrow();
    }

    private Account account(Cast who) {
        return accounts.get(practices.accountHere(who));
    }
}
