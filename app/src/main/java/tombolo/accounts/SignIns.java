package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.SignIn.Stage;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Area;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Everybody who is signed in, device by device. Beginning and ending are written at once; when they were last seen, a little later. */
@Repository
@Transactional
public class SignIns {
    private static final String SIGN_IN = """
            select s.id, s.practice_id, s.account_id, s.area, s.stage, s.idle_seconds, s.began_at, s.seen_at,
                   s.proved_at, s.ends_at, a.person_id,
                   array(select r.role from account_role r where r.practice_id = a.practice_id and r.account_id = a.id)
                       as roles,
                   exists (select from way_back w where w.practice_id = a.practice_id and w.account_id = a.id
                           and w.ended is null and w.ends_at > :now) as way_back
            from sign_in s
            join account a on a.practice_id = s.practice_id and a.id = s.account_id
            where s.practice_id = :practice and a.standing <> 'DISABLED'
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Words words;
    private final LastSeen lastSeen;
    private final AuditChain audit;
    private final ProgrammeTime time;

    SignIns(JdbcClient jdbc, Accounts accounts, Words words, LastSeen lastSeen, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.words = words;
        this.lastSeen = lastSeen;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Signs an account in on this device, all the way. Whoever calls this has made sure who it is: by their keys, or, in the demo
     * alone, by a press on an invented person.
     */
    public void begin(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        begin(id, Stage.COMPLETE, SignIn.IDLE, request, response);
    }

    /** Lets somebody in who has just opened an invitation, to choose how they will sign in and for nothing else. */
    public void beginEnrolling(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        begin(id, Stage.ENROLLING, SignIn.IDLE, request, response);
    }

    void begin(AccountId id, Stage stage, Duration idle, HttpServletRequest request, HttpServletResponse response) {
        Account account = accounts.get(id);
        SignInCookie.read(account.area(), request).ifPresent(this::forget);
        SignInCookie.write(account.area(), begin(account, stage, idle, Device.of(request)), response);
    }

    /** The same without a browser at hand. */
    Secret begin(AccountId id, Stage stage) {
        return begin(accounts.get(id), stage, SignIn.IDLE, Device.of(""));
    }

    private Secret begin(Account account, Stage stage, Duration idle, String device) {
        if (account.standing() == Standing.DISABLED) {
            throw new NotFound();
        }
        makeRoom(account);
        Secret secret = Secret.fresh();
        insert(account, stage, idle, secret, device);
        if (stage == Stage.COMPLETE) {
            record(account.viewer(), Act.SIGNED_IN);
        }
        return secret;
    }

    private void insert(Account account, Stage stage, Duration idle, Secret secret, String device) {
        UUID id = Ids.next();
        Instant now = time.now();
        jdbc.sql("""
                        insert into sign_in (practice_id, id, account_id, area, stage, secret_hash, label, idle_seconds,
                                             began_at, seen_at, proved_at, ends_at)
                        values (:practice, :id, :account, :area, :stage, :hash, :label, :idle, :now, :now, :now, :ends)
                        """)
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("account", account.id().value())
                .param("area", account.area().name())
                .param("stage", stage.name())
                .param("hash", secret.hash())
                .param("label", words.seal(account.person(), "sign_in", "label", id, device))
                .param("idle", idle.toSeconds())
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(SignIn.longest(account.area(), stage))))
                .update();
    }

    /** The sign-in a cookie stands for, if it still stands. Rights are read anew each time. */
    Optional<SignIn> presented(Area area, Secret secret) {
        Optional<SignIn> found = jdbc.sql(SIGN_IN + " and s.secret_hash = :hash and s.area = :area")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("hash", secret.hash())
                .param("area", area.name())
                .query(this::signIn)
                .optional();
        Instant now = time.now();
        if (found.isPresent() && found.get().isOver(now)) {
            end(found.get());
            return Optional.empty();
        }
        found.ifPresent(
                signIn -> lastSeen.touch(signIn.viewer().practice().value(), signIn.id(), signIn.seenAt(), now));
        return found;
    }

    /** Carries a sign-in a stage further, or notes that a key was shown; the cookie changes, and the old one is worth nothing. */
    void advance(SignIn signIn, Stage stage, HttpServletResponse response) {
        Secret secret = Secret.fresh();
        Instant now = time.now();
        int changed = jdbc.sql("""
                        update sign_in set stage = :stage, secret_hash = :hash, proved_at = :now, ends_at = :ends
                        where practice_id = :practice and id = :id
                        """)
                .param("stage", stage.name())
                .param("hash", secret.hash())
                .param("now", Timestamp.from(now))
                .param(
                        "ends",
                        Timestamp.from(
                                stage == signIn.stage()
                                        ? signIn.endsAt()
                                        : now.plus(SignIn.longest(signIn.area(), stage))))
                .param("practice", PracticeId.current().value())
                .param("id", signIn.id())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        if (stage == Stage.COMPLETE && signIn.stage() != Stage.COMPLETE) {
            record(signIn.viewer(), Act.SIGNED_IN);
        }
        SignInCookie.write(signIn.area(), secret, response);
    }

    /** Nobody changes what opens an account, or who may do what, without having shown a key a moment ago. */
    public void requireProof(SignIn signIn, String back) {
        if (!signIn.isProved(time.now())) {
            throw new ProofNeeded(signIn.area(), back);
        }
    }

    /** Whether a key was shown within the last five minutes. */
    public boolean isProved(SignIn signIn) {
        return signIn.isProved(time.now());
    }

    /** Ends the sign-in this request carries for an area, and the cookie with it. */
    void end(Area area, HttpServletRequest request, HttpServletResponse response) {
        SignInCookie.read(area, request)
                .flatMap(secret -> presented(area, secret))
                .ifPresent(this::end);
        SignInCookie.expire(area, response);
    }

    private void end(SignIn signIn) {
        if (delete(signIn.viewer().account(), signIn.id()) > 0 && signIn.stage() == Stage.COMPLETE) {
            record(signIn.viewer(), Act.SIGNED_OUT);
        }
    }

    /** Ends one of an account's own sign-ins, wherever it is. */
    public void end(Viewer viewer, UUID id) {
        if (delete(viewer.account(), id) == 0) {
            throw new NotFound();
        }
        record(viewer, Act.SIGNED_OUT);
    }

    /** Ends every sign-in of an account, half-made ones too, but the one it is done from. */
    public void endOthers(Viewer viewer, Optional<UUID> except) {
        List<UUID> ended = jdbc.sql("""
                        delete from sign_in where practice_id = :practice and account_id = :account and id <> :except
                        returning id
                        """)
                .param("practice", PracticeId.current().value())
                .param("account", viewer.account().value())
                .param("except", except.orElse(new UUID(0, 0)))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        ended.forEach(lastSeen::forget);
    }

    private void forget(Secret secret) {
        jdbc.sql("delete from sign_in where practice_id = :practice and secret_hash = :hash")
                .param("practice", PracticeId.current().value())
                .param("hash", secret.hash())
                .update();
    }

    private int delete(AccountId account, UUID id) {
        lastSeen.forget(id);
        return jdbc.sql("delete from sign_in where practice_id = :practice and account_id = :account and id = :id")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    /** Clears away what is over, and ends the oldest where five stand already. */
    private void makeRoom(Account account) {
        Instant now = time.now();
        List<SignIn> standing = jdbc.sql(SIGN_IN + " and s.account_id = :account order by s.began_at")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(now))
                .param("account", account.id().value())
                .query(this::signIn)
                .list();
        List<SignIn> over =
                standing.stream().filter(signIn -> signIn.isOver(now)).toList();
        List<SignIn> alive =
                standing.stream().filter(signIn -> !signIn.isOver(now)).toList();
        over.forEach(this::end);
        alive.stream().limit(Math.max(0, alive.size() - SignIn.AT_ONCE + 1)).forEach(this::end);
    }

    /** Where an account is signed in now, the latest first. */
    public List<SignedInDevice> of(AccountId account) {
        Optional<PersonId> person = accounts.get(account).person();
        Instant now = time.now();
        return jdbc
                .sql("""
                        select id, label, began_at, seen_at, idle_seconds, ends_at from sign_in
                        where practice_id = :practice and account_id = :account and stage = 'COMPLETE'
                        order by began_at desc
                        """)
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .query((row, n) -> device(person, row))
                .stream()
                .filter(device -> now.isBefore(device.endsAt()))
                .toList();
    }

    private SignedInDevice device(Optional<PersonId> person, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant seen = seenAt(id, row);
        Instant idleEnd = seen.plusSeconds(row.getLong("idle_seconds"));
        Instant end = Accounts.instant(row, "ends_at");
        return new SignedInDevice(
                id,
                words.open(person, "sign_in", "label", id, row.getBytes("label")),
                Accounts.instant(row, "began_at"),
                seen,
                idleEnd.isBefore(end) ? idleEnd : end);
    }

    /** Moves every sign-in along when the demo's clock is moved on, so that nobody is signed out by a press on a button. */
    public void carryOver(Duration by) {
        jdbc.sql("""
                        update sign_in set seen_at = seen_at + make_interval(secs => :by),
                                           proved_at = proved_at + make_interval(secs => :by),
                                           ends_at = ends_at + make_interval(secs => :by)
                        where practice_id = :practice
                        """)
                .param("by", by.toSeconds())
                .param("practice", PracticeId.current().value())
                .update();
    }

    /** Only what a person does with their own record is kept about that person; a colleague's coming and going is about nobody. */
    private void record(Viewer viewer, Act act) {
        viewer.person()
                .ifPresentOrElse(
                        person -> audit.record(viewer, act, person, "accounts"),
                        () -> audit.record(viewer, act, "accounts"));
    }

    private Instant seenAt(UUID id, ResultSet row) throws SQLException {
        Instant written = Accounts.instant(row, "seen_at");
        return lastSeen.at(id).filter(written::isBefore).orElse(written);
    }

    private SignIn signIn(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new SignIn(
                id,
                new Viewer(
                        new PracticeId(row.getObject("practice_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Accounts.roles(row.getArray("roles")),
                        Accounts.person(row)),
                Area.valueOf(row.getString("area")),
                Stage.valueOf(row.getString("stage")),
                Duration.ofSeconds(row.getLong("idle_seconds")),
                Accounts.instant(row, "began_at"),
                seenAt(id, row),
                Accounts.instant(row, "proved_at"),
                Accounts.instant(row, "ends_at"),
                row.getBoolean("way_back"));
    }

    /** A line of the list of devices. */
    public record SignedInDevice(UUID id, String label, Instant beganAt, Instant seenAt, Instant endsAt) {}
}
