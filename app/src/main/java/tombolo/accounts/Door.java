package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.Attempts.Place;
import tombolo.accounts.SignIn.Stage;
import tombolo.ui.Area;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** The door of each area: what somebody shows is right or it is not, and nothing more is ever told. */
@Component
public class Door {
    private final Accounts accounts;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Authenticators authenticators;
    private final RecoverySheets sheets;
    private final FirstSteps firstSteps;
    private final PasskeyCeremony passkeys;
    private final OwnAddresses addresses;
    private final Attempts attempts;
    private final AuditChain audit;
    private final Words words;

    Door(
            Accounts accounts,
            SignIns signIns,
            Passwords passwords,
            Authenticators authenticators,
            RecoverySheets sheets,
            FirstSteps firstSteps,
            PasskeyCeremony passkeys,
            OwnAddresses addresses,
            Attempts attempts,
            AuditChain audit,
            Words words) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.passwords = passwords;
        this.authenticators = authenticators;
        this.sheets = sheets;
        this.firstSteps = firstSteps;
        this.passkeys = passkeys;
        this.addresses = addresses;
        this.attempts = attempts;
        this.audit = audit;
        this.words = words;
    }

    /**
     * Tries a name and a password.
     *
     * @param shared true on a device others use too, where the sign-in ends sooner
     * @return where to go on, or nothing when the two are not right together
     */
    public Optional<String> withPassword(
            Area area,
            String address,
            String password,
            boolean shared,
            HttpServletRequest request,
            HttpServletResponse response) {
        byte[] index = words.index(Address.indexed(area, address));
        attempts.count(Place.PASSWORD, index, request.getRemoteAddr());
        Optional<Account> account = known(area, address);
        String hash = account.map(found -> accounts.passwordOf(found.id())).orElse(null);
        boolean right = passwords.matches(password, hash);
        Optional<Account> let = account.filter(found -> right && opens(found));
        if (let.isEmpty()) {
            audit.record(Act.SIGN_IN_FAILED, "accounts");
            return Optional.empty();
        }
        attempts.forgive(Place.PASSWORD, index, request.getRemoteAddr());
        return Optional.of(enter(let.get(), stage(let.get()), shared, request, response));
    }

    /** A colleague's password alone opens nothing once the account is in use. */
    private boolean opens(Account account) {
        return account.standing() == Standing.ENROLLING
                || account.area() == Area.MY
                || authenticators.isConfirmed(account.id());
    }

    private static Stage stage(Account account) {
        if (account.area() == Area.MY || account.standing() == Standing.ENROLLING) {
            return proved(account);
        }
        return Stage.PASSWORD_GIVEN;
    }

    /** As far as all that was asked for lets them in. */
    private static Stage proved(Account account) {
        return account.standing().isChoosing() ? Stage.ENROLLING : Stage.COMPLETE;
    }

    /** The question to a passkey at the door; nothing where the address in the browser is one no passkey can be bound to. */
    public Optional<String> questionForPasskey(Area area, HttpServletRequest request) {
        attempts.count(Place.PASSKEY, request.getRemoteAddr());
        return addresses.of(request).map(site -> passkeys.askAtDoor(area, site));
    }

    /** Tries a passkey's answer. A passkey is something somebody has and shows themselves to: it is enough for a colleague too. */
    public Optional<String> withPasskey(
            Area area, String answer, boolean shared, HttpServletRequest request, HttpServletResponse response) {
        attempts.count(Place.PASSKEY, request.getRemoteAddr());
        try {
            return addresses
                    .of(request)
                    .map(site -> passkeys.atDoor(area, site, answer))
                    .map(account -> {
                        attempts.forgive(Place.PASSKEY, request.getRemoteAddr());
                        return enter(account, proved(account), shared, request, response);
                    });
        } catch (PasskeyCeremony.Refused refused) {
            return Optional.empty();
        }
    }

    /** Tries the six digits after the password. */
    public Optional<String> withCode(
            SignIn signIn, String code, HttpServletRequest request, HttpServletResponse response) {
        byte[] whose = Secret.sha256(signIn.viewer().account().toString());
        attempts.count(Place.SECOND_FACTOR, whose, request.getRemoteAddr());
        if (authenticators.present(signIn.viewer().account(), code) != Authenticators.Answer.RIGHT) {
            audit.record(Act.SIGN_IN_FAILED, "accounts");
            return Optional.empty();
        }
        attempts.forgive(Place.SECOND_FACTOR, whose, request.getRemoteAddr());
        Stage stage = proved(accounts.get(signIn.viewer().account()));
        signIns.advance(signIn, stage, response);
        return Optional.of(path(signIn.area(), stage));
    }

    /**
     * Tries a line of the printed sheet. What was lost with the phone is taken away, and the first thing inside is to choose anew.
     *
     * @param also a password or six digits, for those who still have one of the two; a colleague who has either must show it
     */
    public Optional<String> withRecoveryCode(
            Area area,
            String address,
            String code,
            String also,
            HttpServletRequest request,
            HttpServletResponse response) {
        byte[] index = words.index(Address.indexed(area, address));
        attempts.count(Place.RECOVERY, index, request.getRemoteAddr());
        Optional<Account> account =
                known(area, address).filter(found -> found.standing().isInUse());
        String hash = account.map(found -> accounts.passwordOf(found.id())).orElse(null);
        boolean password = passwords.matches(also, hash);
        boolean digits = !password
                && account.filter(found -> authenticators.present(found.id(), also) == Authenticators.Answer.RIGHT)
                        .isPresent();
        Optional<Account> let = account.filter(
                        found -> found.area() == Area.MY || password || digits || hasNeither(found, hash))
                .filter(found -> sheets.use(found.id(), code));
        if (let.isEmpty()) {
            audit.record(Act.SIGN_IN_FAILED, "accounts");
            return Optional.empty();
        }
        firstSteps.beginAgain(let.get(), password, digits);
        return Optional.of(enter(let.get(), Stage.ENROLLING, false, request, response));
    }

    private boolean hasNeither(Account account, @org.jspecify.annotations.Nullable String password) {
        return password == null && !authenticators.isConfirmed(account.id());
    }

    private Optional<Account> known(Area area, String address) {
        return accounts.withAddress(area, address).filter(found -> found.standing() != Standing.DISABLED);
    }

    private String enter(
            Account account, Stage stage, boolean shared, HttpServletRequest request, HttpServletResponse response) {
        Duration idle = shared ? SignIn.IDLE_SHARED : SignIn.IDLE;
        signIns.begin(account.id(), stage, idle, request, response);
        return path(account.area(), stage);
    }

    private static String path(Area area, Stage stage) {
        return switch (stage) {
            case PASSWORD_GIVEN -> area.path() + "/second-factor";
            case ENROLLING -> area.path() + "/first-steps";
            case COMPLETE -> area.path();
        };
    }

    /** Signs out of an area on this device. */
    public void leave(Area area, HttpServletRequest request, HttpServletResponse response) {
        signIns.end(area, request, response);
    }
}
