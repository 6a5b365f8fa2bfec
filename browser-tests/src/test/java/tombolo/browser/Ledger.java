package tombolo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What a person was told is saved: each line is on this side's disk before the next thing is asked of Tombolo. */
final class Ledger implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    Ledger(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    synchronized void acknowledged(String what) throws IOException {
        channel.write(ByteBuffer.wrap((what + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(false);
    }

    /** How much has been told since this page was begun. */
    int size() {
        try {
            return lines().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    /** Begins a new page: what stood on the old one has been checked. */
    synchronized void turn() throws IOException {
        channel.truncate(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
