package tombolo.messages;

import java.time.Duration;
import tombolo.database.Job;

/**
 * One kind of addressee's messages handed over, round by round. Staff and people have rounds of their own: where somebody
 * may be in danger, whoever is to be told does not wait behind reminders that a slow mail server is busy with.
 */
record DeliveryRound(String name, MessageKind.Who whom, Delivery delivery) implements Job {

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        delivery.to(whom);
    }
}
