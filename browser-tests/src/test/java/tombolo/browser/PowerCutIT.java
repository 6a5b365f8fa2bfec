package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The power goes while people write. Tombolo keeps everything on a disk of its own, and that disk as it is at one moment,
 * without what the kernel still holds, is brought up as another machine would find it. The control does the same with a
 * PostgreSQL that does not wait for the disk: there something must be missing, or this test could not see it.
 */
@ResourceLock(Stage.OWN)
class PowerCutIT {
    private static final int CUTS = Boolean.getBoolean("tombolo.long") ? 20 : 1;
    private static final int MEGABYTES = 900;
    private static final Path DISKS = Path.of("target", "disks").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SplittableRandom chance = new SplittableRandom(20261125);

    /** How much was told as saved, what kept Tombolo from coming up again if anything did, and what was not there. */
    private record Found(int told, String trouble, List<String> missing) {
        boolean comesUp() {
            return trouble.isEmpty();
        }
    }

    @BeforeAll
    static void needsADisk() {
        assumeTrue(
                LoopDisk.possible(),
                "Power cuts need root, loop devices and mkfs.ext4. Without them this proof is left out, and says so.");
    }

    @Test
    void whatWasToldIsThereAfterThePowerHasGone() throws Exception {
        int told = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            Found found = cut("disk-" + cut, true);
            assertThat(found.trouble()).as("comes up after the power has gone").isEmpty();
            assertThat(found.missing()).as("told, and gone with the power").isEmpty();
            assertThat(found.told()).as("told before the power went").isGreaterThanOrEqualTo(24);
            told += found.told();
        }
        Evidence.note("power cuts; writes told before them, all of them there", CUTS + "; " + told);
    }

    @Test
    void noticesADatabaseThatDoesNotWaitForTheDisk() throws Exception {
        Found found = cut("disk-not-waited-for", false);
        Evidence.note(
                "power cut without fsync (control): writes told, missing",
                found.told() + ", " + (found.comesUp() ? found.missing().size() : "all, it does not come up"));
        assertThat(!found.comesUp() || !found.missing().isEmpty())
                .as("something is missing where nothing waited for the disk")
                .isTrue();
    }

    private Found cut(String name, boolean waits) throws Exception {
        Packaged.forget(DISKS.resolve(name));
        try (LoopDisk disk = LoopDisk.empty(DISKS.resolve(name).resolve("disk.img"), MEGABYTES);
                TomboloProcess before = Stage.freshIn(disk.folder()).start();
                Ledger ledger = new Ledger(DISKS.resolve(name).resolve("ledger"));
                Writers writers = new Writers(before, ledger);
                TakingIn therapist = new TakingIn(before)) {
            if (!waits) {
                try (Cluster cluster = Cluster.of(before)) {
                    cluster.run("alter system set fsync = off");
                    cluster.run("select pg_reload_conf()");
                }
            }
            disk.settle();
            writers.begin();
            therapist.begin();
            TomboloProcess.await(
                    "save something for everybody", PATIENCE, () -> therapist.told.size() >= 4 && ledger.size() >= 20);
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(500));
            before.freeze();
            TimeUnit.MILLISECONDS.sleep(200);
            Map<String, String> taken = Map.copyOf(therapist.told);
            int told = ledger.lines().size() + taken.size();
            try (LoopDisk found = disk.afterPowerCut("found.img")) {
                before.kill();
                before.killPostgres();
                therapist.close();
                writers.stop();
                return afterwards(found, told, writers, taken);
            }
        }
    }

    private static Found afterwards(LoopDisk disk, int told, Writers writers, Map<String, String> taken)
            throws IOException {
        try (TomboloProcess after = TomboloProcess.demoIn(disk.folder())) {
            try {
                after.start();
            } catch (IllegalStateException | AssertionError e) {
                return new Found(told, e.getMessage() + "\n" + after.said(), List.of());
            }
            List<String> missing = new ArrayList<>(writers.lost(after));
            PlainClient ishbel = new PlainClient(after.base()).is("ishbel");
            for (Map.Entry<String, String> person : taken.entrySet()) {
                PlainClient.Answer page = ishbel.get(person.getValue());
                if (page.status() != 200 || !page.body().contains(person.getKey())) {
                    missing.add("a person taken in, " + person.getKey() + ": " + page.status());
                }
            }
            after.kill();
            after.killPostgres();
            return new Found(told, "", missing);
        }
    }

    /** Ishbel takes people in, each of whom gets a key of their own, in a file of its own. */
    private static final class TakingIn implements AutoCloseable {
        private final PlainClient client;
        private final String token;
        private final Map<String, String> told = new ConcurrentHashMap<>();
        private final Thread thread = new Thread(this::takeIn);
        private volatile boolean writing;

        TakingIn(TomboloProcess tombolo) throws IOException {
            client = new PlainClient(tombolo.base()).is("ishbel");
            token = client.token("/desk");
        }

        void begin() {
            writing = true;
            thread.start();
        }

        private void takeIn() {
            for (int i = 0; writing; i++) {
                try {
                    String name = "Grace " + i;
                    PlainClient.Answer answer = client.post(
                            "/desk/people",
                            Hand.signed(
                                    List.of(
                                            Map.entry("name", name),
                                            Map.entry("way", "IN_PERSON"),
                                            Map.entry("another", "true")),
                                    token));
                    if (answer.status() == 303 || answer.status() == 302) {
                        told.put(name, answer.leadsTo());
                    }
                } catch (IOException noAnswer) {
                    writing = false;
                }
            }
        }

        @Override
        public void close() throws IOException {
            writing = false;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
