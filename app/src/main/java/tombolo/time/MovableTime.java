package tombolo.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The demo's clock: real time moved on by as many weeks as the visitor has asked for, also after a restart. */
public final class MovableTime implements ProgrammeTime {
    private final Path memory;
    private volatile Duration ahead;

    MovableTime(Path memory) {
        this.memory = memory;
        this.ahead = remembered(memory);
    }

    static Path memory(Path data) {
        return data.resolve("demo-clock");
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    /** How far the demo is ahead of the clock on the wall. */
    public Duration ahead() {
        return ahead;
    }

    /** A record that went back in time would contradict itself, so the clock only goes forward. */
    public synchronized void moveOn(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The demo clock only moves on, not by " + by);
        }
        Duration moved = ahead.plus(by);
        write(moved);
        ahead = moved;
    }

    private void write(Duration moved) {
        try {
            Path folder = memory.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path next = memory.resolveSibling(memory.getFileName() + ".next");
            Files.writeString(next, moved + "\n");
            Files.move(next, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo clock could not be kept in " + memory, e);
        }
    }

    private static Duration remembered(Path memory) {
        try {
            return Files.exists(memory)
                    ? Duration.parse(Files.readString(memory).strip())
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo clock could not be read from " + memory, e);
        }
    }
}
