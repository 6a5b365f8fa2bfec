package tombolo.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One Tombolo at a time on one data directory. The operating system takes the lock back however the process ends. */
final class DataLock implements AutoCloseable {
    /** To close a second handle on the file would give up the lock of the first, so within a process this is asked first. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private DataLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static DataLock on(Path home) throws IOException {
        if (HELD.add(home)) {
            FileChannel channel =
                    FileChannel.open(home.resolve("tombolo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new DataLock(home, channel);
            }
            channel.close();
            HELD.remove(home);
        }
        throw new UnsafeStart("Tombolo is already running on " + home
                + ". Stop the other one first, or choose another folder with TOMBOLO_DATA.");
    }

    static boolean isHeldOn(Path home) throws IOException {
        try {
            on(Files.createDirectories(home).toRealPath()).close();
            return false;
        } catch (UnsafeStart held) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(home);
    }
}
