package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
import tombolo.vault.Viewer;

/**
 * The way back for somebody who has lost every key. They begin it themself and keep the link; others bear witness that it is them
 * ({@link WayBackWitnesses}); then it takes a day, in which whoever is still signed in can stop it. No single colleague can walk
 * it for them: docs/decisions/0005-the-way-back.md.
 */
@Repository
public class WayBacks {

    /** Between the last witness and the open door: time to see the notice and stop it. */
    static final Duration WAIT = Duration.ofHours(24);

    /** A request nobody witnesses, and an open door nobody goes through, close by themselves. */
    static final Duration LASTS = Duration.ofDays(7);

    /** A link from the server's own console is used at once or not at all. */
    static final Duration CONSOLE = Duration.ofHours(1);

    private static final int SPOKEN = 1_000_000;

    /** A request {@code w} that may still lead in. */
    static final String OPEN = " w.practice_id = :practice and w.ended is null and w.ends_at > :now ";

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

    /**
     * Begins a request and gives its link, which looks the same whether there is such an account or not. The link follows from the
     * form and what was typed in it, by a key that never leaves the server: pressed twice, it is one request and one link, and
     * the link is still kept nowhere.
     *
     * @param idem the key the form carries
     */
    public Secret begin(Area area, UUID idem, String address, String phrase, HttpServletRequest request) {
        String whose = Address.indexed(area, address);
        String plain = FirstSteps.plainPhrase(phrase);
        attempts.count(Place.WAY_BACK, words.index(whose), request.getRemoteAddr());
        Optional<Account> account =
                accounts.withAddress(area, address).filter(found -> found.standing() != Standing.DISABLED);
        boolean known = passwords.matches(
                plain,
                account.map(found -> accounts.phraseOf(found.id()))
                        .filter(hash -> !hash.isEmpty())
                        .orElse(null));
        Secret secret = Secret.following(words.index("way-back|" + idem + "|" + whose + "|" + plain));
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
                        on conflict (practice_id, secret_hash) do nothing
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
}
