package tombolo.continuity;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Many files in one, compressed; files may go on changing while they are put in. */
final class Bundle implements AutoCloseable {
    private final TarArchiveOutputStream tar;

    Bundle(OutputStream out) throws IOException {
        tar = new TarArchiveOutputStream(new BufferedOutputStream(new QuickGzip(out), 1 << 16), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Speed before size: most of what is sealed does not compress, and most of the rest is noughts. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    void add(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** Everything in the folder that is wanted, under the given name. What disappears meanwhile is left out. */
    void addFolder(String name, Path folder, Predicate<String> wanted) throws IOException {
        List<Path> paths;
        try (Stream<Path> inside = Files.walk(folder)) {
            paths = inside.sorted().toList();
        }
        for (Path path : paths) {
            String inner = folder.relativize(path).toString();
            if (inner.isEmpty() || wanted.test(inner)) {
                add(inner.isEmpty() ? name : name + "/" + inner, path);
            }
        }
    }

    private void add(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
            tar.closeArchiveEntry();
        } else if (Files.isRegularFile(path)) {
            addFile(name, path);
        }
    }

    /** A file that shrinks while it is read is filled up with noughts: what was cut off is written anew from the log. */
    void addFile(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    java.util.Arrays.fill(buffer, (byte) 0);
                    read = (int) Math.min(buffer.length, left);
                }
                tar.write(buffer, 0, read);
                left -= read;
            }
            tar.closeArchiveEntry();
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** Everything under one folder, for this user's eyes only. */
    static void unpack(InputStream in, Path into) throws IOException {
        Path folder = Files.createDirectories(into).toRealPath();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("this backup reaches outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                } else {
                    Files.createDirectories(parent(path));
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                }
            }
            tar.transferTo(OutputStream.nullOutputStream());
        }
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("this backup reaches outside its folder");
        }
        return parent;
    }
}
