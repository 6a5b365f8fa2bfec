package tombolo.ui;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.CurrentPractice;
import tombolo.time.ProgrammeTime;

/**
 * Pressing twice never does a thing twice: the key a form carries ({@link Frame#idem}) is kept with where the first press led,
 * in the transaction of what it did. Made only when somebody asks for it: public pages do without a database.
 */
@Component
@Lazy
public class Once {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ProgrammeTime time;

    Once(JdbcClient jdbc, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Does it the first time, and answers the address it led to every time. A press at the same moment waits for the first. */
    @Transactional
    public String effect(UUID idem, Supplier<String> effect) {
        if (!isFirst(idem)) {
            return jdbc.sql("select location from form_receipt where practice_id = :practice and idem = :idem")
                    .param("practice", CurrentPractice.id())
                    .param("idem", idem)
                    .query((row, number) -> row.getString("location"))
                    .single();
        }
        String location = effect.get();
        jdbc.sql("update form_receipt set location = :location where practice_id = :practice and idem = :idem")
                .param("location", location)
                .param("practice", CurrentPractice.id())
                .param("idem", idem)
                .update();
        return location;
    }

    /** Where this press led, if it was made before: for whoever would otherwise refuse it, because it has been done. */
    @Transactional
    public Optional<String> before(UUID idem) {
        return jdbc.sql("select location from form_receipt where practice_id = :practice and idem = :idem")
                .param("practice", CurrentPractice.id())
                .param("idem", idem)
                .query((row, number) -> row.getString("location"))
                .optional();
    }

    /** Makes what is shown once, in the answer itself, and kept nowhere; the same press again finds nothing made. */
    @Transactional
    public <T> Optional<T> shown(UUID idem, Supplier<T> making) {
        return isFirst(idem) ? Optional.of(making.get()) : Optional.empty();
    }

    private boolean isFirst(UUID idem) {
        boolean now = jdbc.sql("insert into form_receipt (practice_id, idem, location, made_at)"
                                + " values (:practice, :idem, '', :now) on conflict (practice_id, idem) do nothing")
                        .param("practice", CurrentPractice.id())
                        .param("idem", idem)
                        .param("now", Timestamp.from(time.now()))
                        .update()
                == 1;
        if (now && (idem.getLeastSignificantBits() & 0xff) == 0) {
            clearAway();
        }
        return now;
    }

    /** With one form in 256, which is often enough. */
    private void clearAway() {
        jdbc.sql("delete from form_receipt where practice_id = :practice and made_at < :then")
                .param("practice", CurrentPractice.id())
                .param("then", Timestamp.from(time.now().minus(KEPT)))
                .update();
    }
}
