package tombolo.messages;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Job;
import tombolo.time.ProgrammeTime;

/** Clears the words and addresses of messages that were over long ago. */
@Component
class ForgetWords implements Job {
    private final MessageRows rows;
    private final ProgrammeTime time;

    ForgetWords(MessageRows rows, ProgrammeTime time) {
        this.rows = rows;
        this.time = time;
    }

    @Override
    public String name() {
        return "forget-message-words";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    @Transactional
    public void run() {
        rows.clearWords(time.now().minus(Message.KEPT));
    }
}
