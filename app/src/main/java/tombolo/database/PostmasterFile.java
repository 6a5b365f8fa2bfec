package tombolo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The note a PostgreSQL leaves in its data about the process it runs as; after a crash it may name somebody else. */
record PostmasterFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(PostmasterFile.class);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Larger than any process number there can be. */
    private static final String NOBODY = "999999999";

    /** Where a running server listens, if one is. */
    OptionalInt port() throws IOException {
        List<String> lines = lines();
        boolean running = lines.size() > STATUS_LINE
                && lines.get(STATUS_LINE).startsWith("ready")
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        return running ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip())) : OptionalInt.empty();
    }

    boolean saysReady(long pid) throws IOException {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).startsWith("ready");
    }

    /**
     * Ends a server of ours that outlived its Tombolo, and takes out the number of a foreign process. The rest of the
     * note stays: from it PostgreSQL knows whether helpers of the dead server still hold its memory.
     */
    void settle(Path postgres) throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            Files.deleteIfExists(path);
            return;
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        Optional<ProcessHandle> named = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (named.isEmpty()) {
            return;
        }
        if (isOurs(named.get(), postgres)) {
            LOG.info("A PostgreSQL from an earlier run is still up; asking it to finish (process {})", pid);
            Signals.interrupt(named.get(), Duration.ofSeconds(60));
        } else {
            List<String> nobodys = new ArrayList<>(lines);
            nobodys.set(0, NOBODY);
            Files.write(path, nobodys);
        }
    }

    /** Same program and same data directory: process numbers come round again, quickly so in containers. */
    private boolean isOurs(ProcessHandle process, Path postgres) throws IOException {
        boolean sameProgram = process.info()
                .command()
                .map(Path::of)
                .filter(Files::exists)
                .map(program -> sameFile(program, postgres))
                .orElse(false);
        return sameProgram && lines().size() > 1 && sameFile(Path.of(lines().get(1)), path.resolveSibling("."));
    }

    private static boolean sameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }
}
