package tombolo.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.PasswordRules.Refusal;
import tombolo.accounts.SignIn.Stage;
import tombolo.ui.Area;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** Choosing how to sign in, before anything else, in as few steps as there can be: a key, and a way back for when it is lost. */
@Component
public class FirstSteps {

    /** The shortest phrase that can bring somebody back, in letters. */
    static final int PHRASE = 12;

    private final Accounts accounts;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Authenticators authenticators;
    private final RecoverySheets sheets;
    private final AuditChain audit;
    private final List<WordsNearby> nearby;
    private final TransactionTemplate transaction;

    FirstSteps(
            Accounts accounts,
            SignIns signIns,
            Passwords passwords,
            Passkeys passkeys,
            Authenticators authenticators,
            RecoverySheets sheets,
            AuditChain audit,
            ObjectProvider<WordsNearby> nearby,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.authenticators = authenticators;
        this.sheets = sheets;
        this.audit = audit;
        this.nearby = nearby.stream().toList();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What comes next. */
    public enum Step {
        /** A passkey or a password. */
        KEY,
        /** A colleague who chose a password pairs an authenticator app. */
        AUTHENTICATOR,
        /** A person may choose a phrase that only they know. */
        PHRASE,
        /** The sheet of recovery codes. */
        SHEET
    }

    /** The step somebody has come to. */
    public Step next(SignIn signIn) {
        AccountId account = signIn.viewer().account();
        boolean passkey = passkeys.has(account);
        boolean password = accounts.passwordOf(account) != null;
        boolean app = authenticators.isConfirmed(account);
        if (!passkey && !password) {
            return Step.KEY;
        } else if (signIn.area() == Area.DESK && !passkey && !app) {
            return Step.AUTHENTICATOR;
        }
        return signIn.area() == Area.MY && accounts.phraseOf(account) == null ? Step.PHRASE : Step.SHEET;
    }

    /** Sets a password, or says why not. */
    public Optional<Refusal> choosePassword(SignIn signIn, String password) {
        AccountId account = signIn.viewer().account();
        Optional<Refusal> refusal = PasswordRules.refuse(password, around(signIn));
        if (refusal.isEmpty()) {
            String hash = passwords.hash(password);
            keep(signIn, () -> accounts.setPassword(account, hash));
        }
        return refusal;
    }

    private List<String> around(SignIn signIn) {
        AccountId account = signIn.viewer().account();
        List<String> words = new ArrayList<>();
        nearby.forEach(module -> words.addAll(module.words()));
        accounts.addressOf(account).ifPresent(words::add);
        if (signIn.area() == Area.DESK) {
            words.add(accounts.nameOf(account));
        }
        return words;
    }

    /** What opens an account has changed: in one transaction with the record of it. */
    private void keep(SignIn signIn, Runnable change) {
        transaction.executeWithoutResult(status -> {
            change.run();
            audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "accounts");
        });
    }

    /** True when somebody with a password also has a name to type beside it. */
    public boolean hasAddress(SignIn signIn) {
        return accounts.addressOf(signIn.viewer().account()).isPresent();
    }

    /** Chooses the name somebody signs in with; false when it cannot be used or another has it. */
    @Transactional
    public boolean chooseAddress(SignIn signIn, String address) {
        if (!Address.usable(address) || !accounts.isFree(signIn.area(), address)) {
            return false;
        }
        accounts.readdress(signIn.viewer().account(), address);
        return true;
    }

    /** What an authenticator app is paired with. */
    @Transactional
    public Pairing pairing(SignIn signIn) {
        AccountId account = signIn.viewer().account();
        return Pairing.of(
                authenticators.begin(account), accounts.addressOf(account).orElse("Tombolo"));
    }

    /** Whether the app shows the right digits. */
    @Transactional
    public boolean confirmPairing(SignIn signIn, String code) {
        boolean right = authenticators.confirm(signIn.viewer().account(), code) == Authenticators.Answer.RIGHT;
        if (right) {
            audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "accounts");
        }
        return right;
    }

    /** Keeps the phrase only the person knows, as a hash; false when it is too short to be safe. */
    public boolean choosePhrase(SignIn signIn, String phrase) {
        String plain = plainPhrase(phrase);
        if (plain.codePoints().filter(letter -> letter != ' ').count() < PHRASE || Passwords.tooLong(plain)) {
            return false;
        }
        String hash = passwords.hash(plain);
        keep(signIn, () -> accounts.setPhrase(signIn.viewer().account(), hash));
        return true;
    }

    /** Goes on without a phrase; it can be chosen later. */
    public void leavePhrase(SignIn signIn) {
        accounts.setPhrase(signIn.viewer().account(), "");
    }

    /** As it is said rather than typed: no capitals, no punctuation, one space between words. */
    static String plainPhrase(String phrase) {
        return phrase.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** A new sheet of recovery codes in groups of four; it is shown once, and the old one is worth nothing. */
    @Transactional
    public List<String> newSheet(SignIn signIn) {
        audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "accounts");
        return sheets.renew(signIn.viewer().account()).stream()
                .map(RecoveryCode::grouped)
                .toList();
    }

    /** All the way in, once there is a key and a sheet. */
    @Transactional
    public boolean finish(SignIn signIn, HttpServletResponse response) {
        AccountId account = signIn.viewer().account();
        if (next(signIn) != Step.SHEET || sheets.left(account) == 0) {
            return false;
        }
        boolean first = accounts.get(account).standing() == Standing.ENROLLING;
        accounts.stand(account, Standing.ACTIVE);
        if (first) {
            audit.record(signIn.viewer(), Act.ENROLLED, "accounts");
        }
        signIns.advance(signIn, Stage.COMPLETE, response);
        return true;
    }

    /** After a loss: what was lost goes, whoever is signed in anywhere is out, and what was shown to be still there stays. */
    @Transactional
    void beginAgain(Account account, boolean keepPassword, boolean keepAuthenticator) {
        passkeys.removeAll(account.id());
        if (!keepPassword) {
            accounts.setPassword(account.id(), null);
        }
        if (!keepAuthenticator) {
            authenticators.remove(account.id());
        }
        accounts.stand(account.id(), Standing.RETURNING);
        signIns.endOthers(account.viewer(), Optional.empty());
        audit.record(account.viewer(), Act.CHANGED_ACCESS, "accounts");
    }
}
