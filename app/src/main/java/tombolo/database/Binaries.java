package tombolo.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL 18 for this machine, unpacked once beside the data. */
record Binaries(Path folder) {

    /**
     * Named after the size of the archive, so that a newer PostgreSQL in the application is unpacked beside the old. Of two
     * that unpack at once, the slower takes what the quicker has put there.
     */
    static Binaries unpackedIn(Path home) throws IOException {
        URL archive = archive();
        Path folder = home.resolve("postgresql-18-" + archive.openConnection().getContentLengthLong());
        if (!Files.isDirectory(folder)) {
            Path half = Files.createTempDirectory(Files.createDirectories(home), "postgresql-");
            try (InputStream packed = archive.openStream()) {
                unpack(packed, half);
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException there) {
                if (!Files.isDirectory(folder)) {
                    throw there;
                }
            } finally {
                delete(half);
            }
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static URL archive() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        String name = "/postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        URL archive = Binaries.class.getResource(name);
        if (archive == null) {
            throw new UnsafeStart("Tombolo brings PostgreSQL for Linux and macOS on x86-64 and arm64, and this is "
                    + "neither (" + name + " is missing). Give it a PostgreSQL 18 of your own with TOMBOLO_DB_URL.");
        }
        return archive;
    }

    private static void unpack(InputStream packed, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("The archive of PostgreSQL reaches outside its folder: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
