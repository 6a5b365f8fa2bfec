package tombolo.continuity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A place for a copy that is looked over and then destroyed; what an earlier run left behind goes first. */
final class TemporaryFolder implements AutoCloseable {
    private static final String NAME = ".trial-";

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> left;
        try (Stream<Path> inside = Files.list(folder)) {
            left = inside.filter(path -> path.getFileName().toString().startsWith(NAME))
                    .toList();
        }
        for (Path path : left) {
            destroy(path);
        }
        return new TemporaryFolder(Files.createTempDirectory(
                folder, NAME, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        destroy(path);
    }

    /** Small files may be keys, and are overwritten before their names go. */
    static void destroy(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> inside = Files.walk(folder)) {
            paths = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            if (Files.isRegularFile(path) && Files.size(path) < 1_024) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.allocate((int) channel.size()));
                    channel.force(true);
                }
            }
            Files.delete(path);
        }
    }
}
