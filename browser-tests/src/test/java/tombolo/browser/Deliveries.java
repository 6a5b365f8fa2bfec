package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that go out while the machine under them is killed. The demo's carriers hand a message to nobody and say so on the
 * server's own screen, one line each: the lines are what left, the outbox is what Tombolo believes, and the two are compared.
 */
final class Deliveries {
    /** The demo says nothing of what it hands over, unless it is asked to. */
    static final String SAID_ALOUD = "{\"logging.level.tombolo.messages.LogCarrier\":\"INFO\"}";

    private static final String HANDED_OVER = "would have gone out now; none is sent from here";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TomboloProcess tombolo;
    private final Counted before;
    private int days;

    /** What the screen has said, and what the outbox holds: all that was ever taken in hand, and what is in hand still. */
    private record Counted(long said, long taken, long inHand) {}

    /** @param days how far the clock has been moved on already */
    Deliveries(TomboloProcess tombolo, int days) throws IOException, SQLException {
        this.tombolo = tombolo;
        this.days = days;
        this.before = atRest();
        everyHourSuits("nell");
    }

    /** Whoever is written to at night as well is written to whenever this runs. */
    private void everyHourSuits(String who) throws IOException {
        PlainClient person = new PlainClient(tombolo.base()).is(who);
        List<Map.Entry<String, String>> wish = new ArrayList<>(List.of(
                Map.entry("_csrf", person.token("/my")),
                Map.entry("_idem", UUID.randomUUID().toString()),
                Map.entry("from", "00:00"),
                Map.entry("until", "23:59"),
                Map.entry("reminders", "true")));
        for (DayOfWeek day : DayOfWeek.values()) {
            wish.add(Map.entry("days", day.name()));
        }
        assertThat(person.post("/my/messages/wish", wish).status()).isIn(302, 303);
    }

    /**
     * Moves the clock on until messages are due, and kills Tombolo when the first have gone and others have not. What fell due
     * on the way there has gone before: the work that is cut off has begun only now.
     */
    void killInTheMiddle(int moment) throws IOException, InterruptedException {
        aDayLater();
        TomboloProcess.await("hand over what is due on the way", PATIENCE, () -> due() == 0);
        long said = said();
        aDayLater();
        TomboloProcess.await("hand over the first of the messages", PATIENCE, () -> said() > said);
        Thread.sleep(moment);
        tombolo.kill();
        tombolo.start();
    }

    private void aDayLater() throws IOException {
        new PlainClient(tombolo.base())
                .post(
                        "/demo/clock",
                        Map.of("days", "1", "_idem", UUID.randomUUID().toString()));
        days++;
    }

    /** Whatever is due has gone or never will, none was handed over twice, and the outbox claims nothing that did not happen. */
    long check() throws IOException, SQLException {
        TomboloProcess.await("hand over the rest", PATIENCE, () -> due() == 0);
        Counted now = atRest();
        long taken = now.taken - before.taken;
        long cutOff = now.inHand - before.inHand;
        assertThat(now.said - before.said)
                .as("handed over: as often as taken in hand, but for what was in hand at a kill (" + cutOff + ")")
                .isBetween(taken - cutOff, taken);
        assertThat(number("coalesce(max(tries), 0) from message"))
                .as("tried once")
                .isEqualTo(1);
        return taken;
    }

    private long due() {
        try {
            return number("count(*) from message where state = 'WAITING' and ended_at is null and next_try <= now()"
                    + " + interval '" + days + " days'");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The outbox could not be read", e);
        }
    }

    /** Counted at a moment when nothing is on its way from one to the other. */
    private Counted atRest() throws IOException, SQLException {
        for (int tries = 0; tries < 100; tries++) {
            Counted first = counted();
            Counted second = counted();
            if (first.equals(second)) {
                return first;
            }
        }
        throw new AssertionError("The outbox does not come to rest");
    }

    private Counted counted() throws IOException, SQLException {
        long taken = number("count(*) from message where tries > 0");
        return new Counted(said(), taken, number("count(*) from message where state in ('SENDING', 'UNKNOWN')"));
    }

    private long number(String what) throws IOException, SQLException {
        try (Cluster cluster = Cluster.of(tombolo)) {
            return Long.parseLong(cluster.rows("select " + what).getFirst().getFirst());
        }
    }

    /** Since the first start, on every screen. */
    private long said() {
        long lines = 0;
        try (DirectoryStream<Path> screens = Files.newDirectoryStream(tombolo.home(), "output-*.log")) {
            for (Path screen : screens) {
                lines += Files.readAllLines(screen).stream()
                        .filter(line -> line.contains(HANDED_OVER))
                        .count();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
