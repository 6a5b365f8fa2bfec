package tombolo.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What somebody was told is saved is saved, though Tombolo or its database is killed while they write. */
@ResourceLock(Stage.OWN)
class KillRoundsIT {
    private static final boolean LONG = Boolean.getBoolean("tombolo.long");
    private static final int APP_KILLS = LONG ? 50 : 5;
    private static final int DATABASE_KILLS = LONG ? 20 : 3;
    private static final int KILLS_WHILE_DELIVERING = LONG ? 3 : 1;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void nothingIsLostNothingIsTwiceNothingIsHalf() throws Exception {
        SplittableRandom chance = new SplittableRandom(20261122);
        try (TomboloProcess tombolo = Stage.fresh("kill-rounds")
                        .with("SPRING_APPLICATION_JSON", Deliveries.SAID_ALOUD)
                        .start();
                Writers writers = new Writers(tombolo, new Ledger(Path.of("target", "kill-rounds.ledger")));
                Recorders recorders =
                        new Recorders(tombolo, new Ledger(Path.of("target", "kill-rounds-records.ledger")))) {
            Deliveries deliveries = new Deliveries(tombolo, Recorders.DAYS_BEFORE);
            for (int round = 0; round < APP_KILLS; round++) {
                writers.begin();
                recorders.begin();
                Thread.sleep(chance.nextInt(50, 400));
                tombolo.kill();
                writers.stop();
                recorders.stop();
                tombolo.start();
                settle(tombolo, writers);
                recorders.settle();
            }
            for (int round = 0; round < DATABASE_KILLS; round++) {
                writers.begin();
                recorders.begin();
                Thread.sleep(chance.nextInt(50, 400));
                tombolo.killPostgres();
                writers.stop();
                recorders.stop();
                tombolo.awaitUp(PATIENCE);
                settle(tombolo, writers);
                recorders.settle();
            }
            for (int round = 0; round < KILLS_WHILE_DELIVERING; round++) {
                deliveries.killInTheMiddle(chance.nextInt(20, 250));
                long delivered = deliveries.check();
                recorders.settle();
                Evidence.note("messages delivered around kills, each once and none lost", delivered);
            }
            Evidence.note("kills survived: of the application, of its database", APP_KILLS + ", " + DATABASE_KILLS);
            Evidence.note(
                    "presses made while being killed, none lost, twice or half",
                    writers.pressed() + recorders.pressed());
        }
    }

    private static void settle(TomboloProcess tombolo, Writers writers) throws Exception {
        writers.askAgain();
        writers.check(tombolo);
        writers.makeRoom();
    }
}
