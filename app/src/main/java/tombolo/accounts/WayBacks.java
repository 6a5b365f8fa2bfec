package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.Attempts.Place;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Area;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/**
 * The way back for somebody who has lost every key. They begin it themself and keep the link; others bear witness that it is them;
 * then it takes a day, in which whoever is still signed in can stop it. No single colleague can walk it for them:
 * docs/decisions/0005-the-way-back.md.
 */
@Repository
public class WayBacks {

    /** Between the last witness and the open door: time to see the notice and stop it. */
    static final Duration WAIT = Duration.ofHours(24);

    /** A request nobody witnesses, and an open door nobody goes through, close by themselves. */
    static final Duration LASTS = Duration.ofDays(7);

    /** A link from the server's own console is used at once or not at all. */
    static final Duration CONSOLE = Duration.ofHours(1);

    /** Nobody bears witness in their first week: a colleague invented for the purpose is seen by the others first. */
    static final Duration SEASONED = Duration.ofDays(7);

    /** For a colleague's account, one who invited the other counts beside them after this long. */
    static final Duration LONG_KNOWN = Duration.ofDays(30);

    private static final int SPOKEN = 1_000_000;
    private static final String OPEN = " w.practice_id = :practice and w.ended is null and w.ends_at > :now ";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final FirstSteps firstSteps;
    private final SignIns signIns;
    private final Attempts attempts;
    private final Words words;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final TransactionTemplate transaction;

    WayBacks(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            FirstSteps firstSteps,
            SignIns signIns,
            Attempts attempts,
            Words words,
            AuditChain audit,
            ProgrammeTime time,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.firstSteps = firstSteps;
        this.signIns = signIns;
        this.attempts = attempts;
        this.words = words;
        this.audit = audit;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins a request and gives its link, which looks the same whether there is such an account or not. */
    public Secret begin(Area area, String address, String phrase, HttpServletRequest request) {
        attempts.count(Place.WAY_BACK, words.index(Address.indexed(area, address)), request.getRemoteAddr());
        Optional<Account> account =
                accounts.withAddress(area, address).filter(found -> found.standing() != Standing.DISABLED);
        boolean known = passwords.matches(
                FirstSteps.plainPhrase(phrase),
                account.map(found -> accounts.phraseOf(found.id()))
                        .filter(hash -> !hash.isEmpty())
                        .orElse(null));
        Secret secret = Secret.fresh();
        transaction.executeWithoutResult(status -> {
            account.ifPresent(found -> insert(found, secret, known, Optional.empty(), LASTS));
            audit.record(Act.CHANGED_ACCESS, "way-back");
        });
        return secret;
    }

    /**
     * For whoever stands at the server: a link for a colleague that opens at once. There is none for a person.
     *
     * @return nothing when no colleague signs in with this address
     */
    @Transactional
    public Optional<Secret> atConsole(String address) {
        return accounts.withAddress(Area.DESK, address)
                .filter(found -> found.standing() != Standing.DISABLED)
                .map(found -> {
                    Secret secret = Secret.fresh();
                    insert(found, secret, false, Optional.of(time.now()), CONSOLE);
                    audit.record(Act.CHANGED_ACCESS, "way-back");
                    return secret;
                });
    }

    private void insert(Account account, Secret secret, boolean phrase, Optional<Instant> opens, Duration lasts) {
        Instant now = time.now();
        jdbc.sql("""
                        insert into way_back (practice_id, id, account_id, secret_hash, spoken, phrase_known,
                                              begun_at, opens_at, ends_at)
                        values (:practice, :id, :account, :hash, :spoken, :phrase, :now, :opens, :ends)
                        """)
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("account", account.id().value())
                .param("hash", secret.hash())
                .param("spoken", spoken(secret))
                .param("phrase", phrase)
                .param("now", Timestamp.from(now))
                .param("opens", opens.map(Timestamp::from).orElse(null))
                .param("ends", Timestamp.from(now.plus(lasts)))
                .update();
    }

    /** The number somebody tells their therapist, so that both mean the same request; it follows from the link. */
    public static String spoken(Secret secret) {
        int number = ByteBuffer.wrap(Secret.sha256("spoken|" + secret.text())).getInt();
        return "%06d".formatted(Math.floorMod(number, SPOKEN));
    }

    /** How far a request has come, as whoever holds its link may know. */
    public sealed interface Progress {
        /** Nobody, or not enough, have borne witness; also what a link looks like that never was one. */
        record Waiting() implements Progress {}

        /** Witnessed; the door opens in so many minutes. */
        record Counting(long minutes) implements Progress {}

        /** The door is open. */
        record Open() implements Progress {}
    }

    /** How far the request of a link has come. */
    @Transactional
    public Progress progress(Secret secret) {
        Instant now = time.now();
        Optional<Instant> opens = jdbc.sql(
                        "select w.opens_at from way_back w where" + OPEN + "and w.secret_hash = :hash")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(now))
                .param("hash", secret.hash())
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("opens_at")).map(Timestamp::toInstant))
                .optional()
                .flatMap(found -> found);
        if (opens.isEmpty()) {
            return new Progress.Waiting();
        }
        return now.isBefore(opens.get())
                ? new Progress.Counting(Duration.between(now, opens.get()).toMinutes() + 1)
                : new Progress.Open();
    }

    /** Goes through the open door, once: every old key is worth nothing, and new ones are chosen. */
    @Transactional
    public Area enter(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        Account account = jdbc.sql("update way_back w set ended = 'USED' where" + OPEN
                        + "and w.secret_hash = :hash and w.opens_at <= :now returning w.account_id")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("hash", secret.hash())
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional()
                .flatMap(accounts::find)
                .filter(found -> found.standing() != Standing.DISABLED)
                .orElseThrow(NotFound::new);
        end(account.id(), "REPLACED");
        firstSteps.beginAgain(account, false, false);
        signIns.beginEnrolling(account.id(), request, response);
        return account.area();
    }

    /** What colleagues see of a request: never whose it is, only how far it is. */
    public record Waiting(UUID id, Area area, Instant begunAt, int witnesses, boolean mine, boolean counting) {}

    /** The requests a colleague may bear witness to or stop. */
    @Transactional
    public List<Waiting> waiting(Viewer colleague) {
        return jdbc.sql("""
                        select w.id, w.begun_at, w.opens_at, a.area,
                               (select count(*) from way_back_witness x
                                where x.practice_id = w.practice_id and x.way_back_id = w.id) as witnesses,
                               exists (select from way_back_witness x where x.practice_id = w.practice_id
                                       and x.way_back_id = w.id and x.account_id = :me) as mine
                        from way_back w
                        join account a on a.practice_id = w.practice_id and a.id = w.account_id
                        where\
                        """ + OPEN + "and a.id <> :me order by w.begun_at desc")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("me", colleague.account().value())
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        Area.valueOf(row.getString("area")),
                        Accounts.instant(row, "begun_at"),
                        row.getInt("witnesses"),
                        row.getBoolean("mine"),
                        row.getTimestamp("opens_at") != null))
                .list();
    }

    /** What came of bearing witness. */
    public enum Witnessed {
        /** There is no open request with this number, or it is one's own. */
        NO_SUCH_NUMBER,
        /** Kept; somebody else is needed too. */
        MORE_NEEDED,
        /** Enough; the day of waiting has begun. */
        ENOUGH
    }

    /** A colleague has spoken with somebody, is sure who it is, and was told this number by them. */
    public Witnessed witness(Viewer colleague, String number, HttpServletRequest request) {
        attempts.count(Place.RECOVERY, Secret.sha256(colleague.account().toString()), request.getRemoteAddr());
        Witnessed result = transaction.execute(status -> witness(colleague, number.replaceAll("\\D", "")));
        return result == null ? Witnessed.NO_SUCH_NUMBER : result;
    }

    private Witnessed witness(Viewer colleague, String number) {
        List<Request> found = jdbc.sql("select w.* from way_back w where" + OPEN
                        + "and w.opens_at is null and w.spoken = :spoken and w.account_id <> :me for update")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("spoken", number)
                .param("me", colleague.account().value())
                .query(WayBacks::request)
                .list();
        if (found.size() != 1) {
            return Witnessed.NO_SUCH_NUMBER;
        }
        Request request = found.getFirst();
        jdbc.sql("""
                        insert into way_back_witness (practice_id, way_back_id, account_id, at)
                        values (:practice, :request, :account, :now) on conflict do nothing
                        """)
                .param("practice", PracticeId.current().value())
                .param("request", request.id())
                .param("account", colleague.account().value())
                .param("now", Timestamp.from(time.now()))
                .update();
        Account whose = accounts.get(request.account());
        record(colleague, whose);
        if (!isEnough(request, whose)) {
            return Witnessed.MORE_NEEDED;
        }
        Instant opens = time.now().plus(WAIT);
        jdbc.sql("update way_back set opens_at = :opens, ends_at = :ends where practice_id = :practice and id = :id")
                .param("opens", Timestamp.from(opens))
                .param("ends", Timestamp.from(opens.plus(LASTS)))
                .param("practice", PracticeId.current().value())
                .param("id", request.id())
                .update();
        return Witnessed.ENOUGH;
    }

    /** The rule, in one place. */
    private boolean isEnough(Request request, Account whose) {
        List<Account> staff = accounts.staff().stream()
                .filter(account -> account.standing() == Standing.ACTIVE)
                .toList();
        List<Account> witnesses = staff.stream()
                .filter(account -> witnesses(request.id()).contains(account.id()))
                .toList();
        if (whose.area() == Area.DESK) {
            return pair(witnesses, LONG_KNOWN, true);
        }
        boolean all = witnesses.size() >= Math.min(2, staff.size());
        return request.phraseKnown() && all && !witnesses.isEmpty() || pair(witnesses, null, false);
    }

    /**
     * Two who are not one and the same behind two names.
     *
     * @param linked how long both must have been here where one invited the other; never, where there is none
     */
    private boolean pair(List<Account> witnesses, @org.jspecify.annotations.Nullable Duration linked, boolean manager) {
        return witnesses.stream()
                .anyMatch(one -> witnesses.stream()
                        .filter(other -> !other.id().equals(one.id()))
                        .filter(other -> !manager
                                || one.roles().contains(Role.MANAGER)
                                || other.roles().contains(Role.MANAGER))
                        .anyMatch(other -> areLinked(one, other)
                                ? linked != null && areHereFor(one, other, linked)
                                : areHereFor(one, other, SEASONED)));
    }

    private static boolean areLinked(Account one, Account other) {
        return one.invitedBy().equals(Optional.of(other.id()))
                || other.invitedBy().equals(Optional.of(one.id()));
    }

    private boolean areHereFor(Account one, Account other, Duration atLeast) {
        Instant since = time.now().minus(atLeast);
        return !one.openedAt().isAfter(since) && !other.openedAt().isAfter(since);
    }

    private List<AccountId> witnesses(UUID request) {
        return jdbc.sql(
                        "select account_id from way_back_witness where practice_id = :practice and way_back_id = :request")
                .param("practice", PracticeId.current().value())
                .param("request", request)
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list();
    }

    /** Any colleague may stop a request they do not trust. */
    @Transactional
    public void refuse(Viewer colleague, UUID id) {
        Account whose = jdbc.sql("update way_back w set ended = 'REFUSED' where" + OPEN
                        + "and w.id = :id returning w.account_id")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("id", id)
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional()
                .map(accounts::get)
                .orElseThrow(NotFound::new);
        record(colleague, whose);
    }

    /** Whoever is still signed in stops every request for their own account, with one press. */
    @Transactional
    public void cancel(Viewer viewer) {
        end(viewer.account(), "CANCELLED");
        viewer.person()
                .ifPresentOrElse(
                        person -> audit.record(viewer, Act.CHANGED_ACCESS, person, "way-back"),
                        () -> audit.record(viewer, Act.CHANGED_ACCESS, "way-back"));
    }

    private void end(AccountId account, String how) {
        jdbc.sql("update way_back w set ended = :how where" + OPEN + "and w.account_id = :account")
                .param("how", how)
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("account", account.value())
                .update();
    }

    private void record(Viewer colleague, Account whose) {
        whose.person()
                .ifPresentOrElse(
                        person -> audit.record(colleague, Act.CHANGED_ACCESS, person, "way-back"),
                        () -> audit.record(colleague, Act.CHANGED_ACCESS, "way-back"));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBoolean("phrase_known"));
    }

    /** An open request. */
    private record Request(UUID id, AccountId account, boolean phraseKnown) {}
}
