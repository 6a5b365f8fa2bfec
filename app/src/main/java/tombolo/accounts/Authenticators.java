package tombolo.accounts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.PracticeId;

/** The authenticator apps people have paired with their accounts. */
@Repository
@Transactional
class Authenticators {

    /** After so many wrong codes the door is closed for a while. */
    static final int TRIES = 5;

    /** How long. */
    static final Duration CLOSED = Duration.ofMinutes(15);

    private static final int SECRET_BYTES = 20;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Words words;
    private final ProgrammeTime time;

    /** The app on a phone knows only the clock on the wall, also in a demo whose clock was moved on. */
    private final InstantSource wall = InstantSource.system();

    Authenticators(JdbcClient jdbc, Accounts accounts, Words words, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.words = words;
        this.time = time;
    }

    /** What came of a code. */
    enum Answer {
        RIGHT,
        WRONG,
        CLOSED
    }

    /** The secret to pair with: the one begun earlier, while it is not confirmed, so that going back changes nothing. */
    byte[] begin(AccountId account) {
        return row(account).filter(row -> !row.confirmed()).map(Row::secret).orElseGet(() -> fresh(account));
    }

    private byte[] fresh(AccountId account) {
        byte[] secret = Secret.randomBytes(SECRET_BYTES);
        byte[] sealed = words.seal(
                accounts.get(account).person(),
                "authenticator",
                "secret",
                account.value(),
                Base64.getEncoder().encodeToString(secret));
        jdbc.sql("""
                        insert into authenticator (practice_id, account_id, secret) values (:practice, :account, :secret)
                        on conflict (practice_id, account_id) do update
                        set secret = excluded.secret, confirmed_at = null, last_step = 0, failures = 0, closed_until = null
                        """)
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .param("secret", sealed)
                .update();
        return secret;
    }

    /** The first right code shows that the app holds the secret. */
    Answer confirm(AccountId account, String code) {
        Answer answer = answer(account, code);
        if (answer == Answer.RIGHT) {
            jdbc.sql(
                            "update authenticator set confirmed_at = :now where practice_id = :practice and account_id = :account")
                    .param("now", Timestamp.from(time.now()))
                    .param("practice", PracticeId.current().value())
                    .param("account", account.value())
                    .update();
        }
        return answer;
    }

    /** Tries a code of a paired app. */
    Answer present(AccountId account, String code) {
        return isConfirmed(account) ? answer(account, code) : Answer.WRONG;
    }

    private Answer answer(AccountId account, String code) {
        Optional<Row> row = row(account);
        if (row.isEmpty()) {
            return Answer.WRONG;
        }
        Instant now = time.now();
        if (row.get().closedUntil().filter(now::isBefore).isPresent()) {
            return Answer.CLOSED;
        }
        OptionalLong step = Totp.stepOf(row.get().secret(), code, wall.instant());
        if (step.isPresent() && use(account, step.getAsLong())) {
            return Answer.RIGHT;
        }
        fail(account, now);
        return Answer.WRONG;
    }

    /** Each code works once, also when it is sent twice at the same moment. */
    private boolean use(AccountId account, long step) {
        return jdbc.sql("""
                        update authenticator set last_step = :step, failures = 0, closed_until = null
                        where practice_id = :practice and account_id = :account and last_step < :step
                        """)
                        .param("step", step)
                        .param("practice", PracticeId.current().value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private void fail(AccountId account, Instant now) {
        jdbc.sql("""
                        update authenticator
                        set failures = case when failures + 1 >= :tries then 0 else failures + 1 end,
                            closed_until = case when failures + 1 >= :tries then cast(:until as timestamptz) end
                        where practice_id = :practice and account_id = :account
                        """)
                .param("tries", TRIES)
                .param("until", Timestamp.from(now.plus(CLOSED)))
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .update();
    }

    boolean isConfirmed(AccountId account) {
        return row(account).filter(Row::confirmed).isPresent();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from authenticator where practice_id = :practice and account_id = :account")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .update();
    }

    private Optional<Row> row(AccountId account) {
        return jdbc.sql("""
                        select x.secret, x.confirmed_at, x.closed_until, a.person_id
                        from authenticator x
                        join account a on a.practice_id = x.practice_id and a.id = x.account_id
                        where x.practice_id = :practice and x.account_id = :account
                        """)
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .query((row, n) -> new Row(
                        Base64.getDecoder()
                                .decode(words.open(
                                        Accounts.person(row),
                                        "authenticator",
                                        "secret",
                                        account.value(),
                                        row.getBytes("secret"))),
                        row.getTimestamp("confirmed_at") != null,
                        Optional.ofNullable(row.getTimestamp("closed_until")).map(Timestamp::toInstant)))
                .optional();
    }

    /** A paired app, or one being paired. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(byte[] secret, boolean confirmed, Optional<Instant> closedUntil) {}
}
