package tombolo.accounts;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.PracticeId;

/** The printed sheets of recovery codes: a new sheet makes the old one worthless, and each line works once. */
@Repository
@Transactional
class RecoverySheets {
    private final JdbcClient jdbc;
    private final ProgrammeTime time;

    RecoverySheets(JdbcClient jdbc, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A new sheet, shown this once. */
    List<RecoveryCode> renew(AccountId account) {
        remove(account);
        List<RecoveryCode> sheet = RecoveryCode.freshSheet();
        sheet.forEach(code -> jdbc.sql(
                        "insert into recovery_code (practice_id, account_id, code_hash) values (:practice, :account, :hash)")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .param("hash", code.hash())
                .update());
        return sheet;
    }

    /** Uses a line up; false when it is none of this account's, or was used before. */
    boolean use(AccountId account, String typed) {
        Optional<RecoveryCode> code = RecoveryCode.typed(typed);
        return code.isPresent()
                && jdbc.sql("""
                                update recovery_code set used_at = :now
                                where practice_id = :practice and account_id = :account and code_hash = :hash
                                  and used_at is null
                                """)
                                .param("now", Timestamp.from(time.now()))
                                .param("practice", PracticeId.current().value())
                                .param("account", account.value())
                                .param("hash", code.get().hash())
                                .update()
                        == 1;
    }

    int left(AccountId account) {
        return jdbc.sql("""
                        select count(*) from recovery_code
                        where practice_id = :practice and account_id = :account and used_at is null
                        """)
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from recovery_code where practice_id = :practice and account_id = :account")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .update();
    }
}
