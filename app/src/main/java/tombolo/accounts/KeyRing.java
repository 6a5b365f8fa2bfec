package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Attempts.Place;
import tombolo.ui.Area;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** The keys somebody signs in with, and showing one of them again before something that matters. */
@Component
public class KeyRing {
    private final Accounts accounts;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;
    private final Authenticators authenticators;
    private final RecoverySheets sheets;
    private final OwnAddresses addresses;
    private final Attempts attempts;
    private final AuditChain audit;

    KeyRing(
            Accounts accounts,
            SignIns signIns,
            Passwords passwords,
            Passkeys passkeys,
            PasskeyCeremony ceremony,
            Authenticators authenticators,
            RecoverySheets sheets,
            OwnAddresses addresses,
            Attempts attempts,
            AuditChain audit) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.authenticators = authenticators;
        this.sheets = sheets;
        this.addresses = addresses;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * What hangs on a ring.
     *
     * @param codesLeft how many recovery codes have not been used
     */
    public record Keys(
            Optional<String> address,
            boolean password,
            boolean authenticator,
            boolean phrase,
            List<Held> passkeys,
            int codesLeft) {}

    /** A passkey on the ring. */
    public record Held(UUID id, String label, Instant addedAt, Instant usedAt) {}

    /** What an account can be opened with. */
    public Keys of(SignIn signIn) {
        AccountId account = signIn.viewer().account();
        String phrase = accounts.phraseOf(account);
        return new Keys(
                accounts.addressOf(account),
                accounts.passwordOf(account) != null,
                authenticators.isConfirmed(account),
                phrase != null && !phrase.isEmpty(),
                passkeys.of(account).stream()
                        .map(key -> new Held(key.id(), key.label(), key.addedAt(), key.usedAt()))
                        .toList(),
                sheets.left(account));
    }

    /** The question to a device that is to make a passkey. */
    public Optional<String> questionForNew(SignIn signIn, HttpServletRequest request) {
        return addresses.of(request).map(site -> ceremony.askForNew(signIn, site));
    }

    /** Keeps a passkey a device has made; false when its answer is not right. */
    public boolean keep(SignIn signIn, String answer, HttpServletRequest request) {
        try {
            addresses.of(request).ifPresent(site -> ceremony.keep(signIn, site, answer, Device.of(request)));
            return true;
        } catch (PasskeyCeremony.Refused refused) {
            return false;
        }
    }

    /** Takes a passkey away; false when it is the last key that opens the account. */
    @Transactional
    public boolean remove(SignIn signIn, UUID passkey) {
        AccountId account = signIn.viewer().account();
        boolean another = passkeys.of(account).size() > 1
                || accounts.passwordOf(account) != null
                        && (signIn.area() == Area.MY || authenticators.isConfirmed(account));
        if (!another) {
            return false;
        }
        passkeys.remove(account, passkey);
        audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "accounts");
        return true;
    }

    /** Forgets the authenticator app, so that another can be paired; false when the account would not open without it. */
    @Transactional
    public boolean removeAuthenticator(SignIn signIn) {
        AccountId account = signIn.viewer().account();
        if (signIn.area() == Area.DESK && !passkeys.has(account)) {
            return false;
        }
        authenticators.remove(account);
        audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "accounts");
        return true;
    }

    /** A changed password means whoever knew the old one is out. */
    public void endOthers(SignIn signIn) {
        signIns.endOthers(signIn.viewer(), Optional.of(signIn.id()));
    }

    /** How somebody can show that it is still them. */
    public enum Proof {
        PASSKEY,
        PASSWORD,
        CODE
    }

    /** The ways open to this account, the best first; a colleague's password alone is none. */
    public List<Proof> proofs(SignIn signIn) {
        AccountId account = signIn.viewer().account();
        List<Proof> proofs = new java.util.ArrayList<>();
        if (passkeys.has(account)) {
            proofs.add(Proof.PASSKEY);
        }
        if (authenticators.isConfirmed(account)) {
            proofs.add(Proof.CODE);
        } else if (signIn.area() == Area.MY && accounts.passwordOf(account) != null) {
            proofs.add(Proof.PASSWORD);
        }
        return proofs;
    }

    /** The question to a passkey that is to prove it. */
    public Optional<String> questionForProof(SignIn signIn, HttpServletRequest request) {
        return addresses.of(request).map(site -> ceremony.askForProof(signIn, site));
    }

    /** A passkey's proof; false when it is none. */
    public boolean proveWithPasskey(
            SignIn signIn, String answer, HttpServletRequest request, HttpServletResponse response) {
        attempts.count(Place.PASSKEY, request.getRemoteAddr());
        try {
            addresses.of(request).ifPresent(site -> ceremony.prove(signIn, site, answer));
        } catch (PasskeyCeremony.Refused refused) {
            return false;
        }
        return proved(signIn, addresses.of(request).isPresent(), response);
    }

    /** The proof of a password, or of six digits; false when it is none. */
    public boolean prove(SignIn signIn, String typed, HttpServletRequest request, HttpServletResponse response) {
        AccountId account = signIn.viewer().account();
        attempts.count(Place.SECOND_FACTOR, Secret.sha256(account.toString()), request.getRemoteAddr());
        boolean right = proofs(signIn).contains(Proof.CODE)
                ? authenticators.present(account, typed) == Authenticators.Answer.RIGHT
                : proofs(signIn).contains(Proof.PASSWORD) && passwords.matches(typed, accounts.passwordOf(account));
        return proved(signIn, right, response);
    }

    private boolean proved(SignIn signIn, boolean right, HttpServletResponse response) {
        if (right) {
            signIns.advance(signIn, signIn.stage(), response);
        } else {
            audit.record(signIn.viewer(), Act.SIGN_IN_FAILED, "accounts");
        }
        return right;
    }
}
