package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Attempts.Place;
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
 * Those who bear witness that somebody on their way back is who they say: what colleagues see of a request, whose witness counts,
 * and how any of them stops it.
 */
@Repository
public class WayBackWitnesses {

    /** Nobody bears witness in their first week: a colleague invented for the purpose is seen by the others first. */
    static final Duration SEASONED = Duration.ofDays(7);

    /** For a colleague's account, one who invited the other counts beside them after this long. */
    static final Duration LONG_KNOWN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Attempts attempts;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final TransactionTemplate transaction;

    WayBackWitnesses(
            JdbcClient jdbc,
            Accounts accounts,
            Attempts attempts,
            AuditChain audit,
            ProgrammeTime time,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
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
                        """ + WayBacks.OPEN + "and a.id <> :me order by w.begun_at desc")
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
        List<Request> found = jdbc.sql("select w.* from way_back w where" + WayBacks.OPEN
                        + "and w.opens_at is null and w.spoken = :spoken and w.account_id <> :me for update")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("spoken", number)
                .param("me", colleague.account().value())
                .query(WayBackWitnesses::request)
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
        Instant opens = time.now().plus(WayBacks.WAIT);
        jdbc.sql("update way_back set opens_at = :opens, ends_at = :ends where practice_id = :practice and id = :id")
                .param("opens", Timestamp.from(opens))
                .param("ends", Timestamp.from(opens.plus(WayBacks.LASTS)))
                .param("practice", PracticeId.current().value())
                .param("id", request.id())
                .update();
        return Witnessed.ENOUGH;
    }

    /** The rule, in one place. */
    private boolean isEnough(Request request, Account whose) {
        List<Account> staff = accounts.staff().stream()
                .filter(account -> account.standing().isInUse())
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
    private boolean pair(List<Account> witnesses, @Nullable Duration linked, boolean manager) {
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
        Account whose = jdbc.sql("update way_back w set ended = 'REFUSED' where" + WayBacks.OPEN
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
