package tombolo.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small disk inside a file, whose power can be cut: a copy of the file, taken at one moment, holds what had reached the
 * disk and nothing that was still in the kernel's hands. Needs root and loop devices.
 */
final class LoopDisk implements AutoCloseable {
    private final Path image;
    private final Path mount;

    private LoopDisk(Path image) throws IOException {
        this.image = image;
        this.mount = Files.createDirectories(image.resolveSibling(image.getFileName() + ".mounted"));
        run("mount", "-o", "loop", image.toString(), mount.toString());
    }

    static boolean possible() {
        return "root".equals(System.getProperty("user.name"))
                && Files.exists(Path.of("/dev/loop-control"))
                && Files.isExecutable(Path.of("/sbin/mkfs.ext4"));
    }

    static LoopDisk empty(Path image, int megabytes) throws IOException {
        Files.createDirectories(image.getParent());
        run("truncate", "-s", megabytes + "M", image.toString());
        run("/sbin/mkfs.ext4", "-q", "-E", "lazy_itable_init=0", image.toString());
        return new LoopDisk(image);
    }

    Path folder() {
        return mount;
    }

    /** Lets everything written so far reach the disk. */
    void settle() throws IOException {
        run("sync", "-f", mount.toString());
    }

    /** The disk as it would be found after the power had gone at this moment. Hold every writer still first. */
    LoopDisk afterPowerCut(String name) throws IOException {
        Path copy = image.resolveSibling(name);
        run("cp", "--sparse=always", image.toString(), copy.toString());
        return new LoopDisk(copy);
    }

    @Override
    public void close() throws IOException {
        run("umount", mount.toString());
        Files.delete(mount);
        Files.delete(image);
    }

    private static void run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " said: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during " + String.join(" ", command), e);
        }
    }
}
