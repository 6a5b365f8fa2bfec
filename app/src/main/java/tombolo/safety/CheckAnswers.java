package tombolo.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Job;
import tombolo.measures.Answered;
import tombolo.measures.Responses;
import tombolo.safety.Concern.Opening;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/**
 * Compares what was answered with what somebody was told of. They are kept in one transaction and cannot come apart; should
 * they all the same, by a mistake of ours or by a hand in the database, the concern is opened now.
 */
@Component
class CheckAnswers implements Job {
    private static final Duration LOOKED_BACK_ON = Duration.ofDays(60);

    private final Responses responses;
    private final Concerns concerns;
    private final ConcernRows rows;
    private final ConcernPart part;
    private final AuditChain audit;
    private final ProgrammeTime time;

    CheckAnswers(
            Responses responses,
            Concerns concerns,
            ConcernRows rows,
            ConcernPart part,
            AuditChain audit,
            ProgrammeTime time) {
        this.responses = responses;
        this.concerns = concerns;
        this.rows = rows;
        this.part = part;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public String name() {
        return "check-answers-against-concerns";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        Instant since = time.now().minus(LOOKED_BACK_ON);
        Set<UUID> heard = rows.heardSince(since);
        for (Answered answered : responses.bringSomebody(since)) {
            if (!heard.contains(answered.response())) {
                concerns.hear(
                        answered.person(), Opening.answered(answered.response(), answered.instrument(), time.now()));
                audit.record(Act.WROTE, answered.person(), part.name());
            }
        }
    }
}
