package tombolo.safety;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.measures.Answered;
import tombolo.measures.SaidHowSafe;
import tombolo.safety.Concern.Opening;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/**
 * Hears every answer in the transaction that keeps it: the answer and the concern it opens are there together, or neither
 * is. How much was answered is not looked at.
 */
@Component
class HearAnswers {
    private final Concerns concerns;
    private final QuestionsLeftOpen questions;
    private final ConcernRows rows;
    private final ConcernPart part;
    private final AuditChain audit;
    private final ProgrammeTime time;

    HearAnswers(
            Concerns concerns,
            QuestionsLeftOpen questions,
            ConcernRows rows,
            ConcernPart part,
            AuditChain audit,
            ProgrammeTime time) {
        this.concerns = concerns;
        this.questions = questions;
        this.rows = rows;
        this.part = part;
        this.audit = audit;
        this.time = time;
    }

    @EventListener
    void on(Answered answered) {
        if (answered.bringsSomebody()) {
            concerns.hear(answered.person(), Opening.answered(answered.response(), answered.instrument(), time.now()));
            audit.record(Act.WROTE, answered.person(), part.name());
        } else if (answered.leavesItOpen()) {
            questions.leaveOpen(answered.person(), answered.response(), answered.at());
            audit.record(Act.WROTE, answered.person(), part.name());
        }
    }

    @EventListener
    void on(SaidHowSafe said) {
        rows.saidHowSafe(said.response(), said.safe());
    }
}
