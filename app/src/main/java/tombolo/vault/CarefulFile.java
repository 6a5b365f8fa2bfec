package tombolo.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/** Files whose loss would be the loss of somebody's words: there whole or not at all, also after a power cut. */
final class CarefulFile {
    private CarefulFile() {}

    static void write(Path file, byte[] content, String permissions) throws IOException {
        Path folder = folderOf(file);
        make(folder);
        Path half = Files.createTempFile(folder, ".", ".half");
        try {
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(permissions));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        force(folder);
    }

    /** Overwritten first: on a plain disk the old bytes are then gone as well as the name. */
    static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel =
                FileChannel.open(file, EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
            channel.write(ByteBuffer.allocate((int) channel.size()));
            channel.force(true);
        }
        Files.delete(file);
        force(folderOf(file));
    }

    /** A new folder is forced into the one above it, or a power cut takes it with all it holds. */
    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folderOf(folder);
            make(above);
            Files.createDirectories(folder);
            force(above);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " lies in no folder");
        }
        return folder;
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
