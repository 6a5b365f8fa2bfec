package tombolo.safety;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.PlanToDieFound;
import tombolo.measures.Answered;
import tombolo.measures.SaidHowSafe;
import tombolo.safety.Concern.Opening;
import tombolo.safety.Concern.Source;
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

    /** A therapist put it down at a start: somebody answers for it, though nobody has thought of opening a concern. */
    @EventListener
    void on(PlanToDieFound found) {
        concerns.hear(
                found.person(), Opening.said(Source.ROOM, found.words(), found.by(), time.now(), Optional.empty()));
        audit.record(Act.WROTE, found.person(), part.name());
    }

    /**
     * It stands beside the answer. Whoever is not safe, or not sure, is heard by a human, also where they left the question
     * itself open or where what they had said before was closed meanwhile.
     */
    @EventListener
    void on(SaidHowSafe said) {
        boolean anew = rows.saidHowSafe(said);
        if (!said.safe() && (!rows.isHeardNow(said.response()) || !concerns.notSafe(said.person(), anew))) {
            concerns.hear(said.person(), Opening.answered(said.response(), said.instrument(), said.at()));
        }
        audit.record(Act.WROTE, said.person(), part.name());
    }
}
