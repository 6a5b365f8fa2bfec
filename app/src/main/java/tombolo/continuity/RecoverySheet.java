package tombolo.continuity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The printed sheet that brings everything back. Tombolo keeps only what is needed to lock things for its holder, and
 * whether somebody has shown, by typing part of the code back, that the sheet exists on paper.
 */
final class RecoverySheet {
    private final Path locking;
    private final Path confirmed;

    RecoverySheet(Path keys) {
        this.locking = keys.resolve("recovery.public");
        this.confirmed = keys.resolve("recovery.confirmed");
    }

    /** From now on backups are locked for this code; what was locked for an earlier one still needs the earlier sheet. */
    void take(SheetCode code) {
        write(locking, HexFormat.of().formatHex(code.publicKey()));
        delete(confirmed);
    }

    void confirm(SheetCode code) {
        if (!isFor(code)) {
            throw new IllegalStateException("This code is not the one the sheet was made with");
        }
        write(confirmed, HexFormat.of().formatHex(code.publicKey()));
    }

    boolean isFor(SheetCode code) {
        return publicKey()
                .filter(key -> java.util.Arrays.equals(key, code.publicKey()))
                .isPresent();
    }

    /** True only for the sheet that is in use now. */
    boolean isConfirmed() {
        return read(locking).isPresent() && read(locking).equals(read(confirmed));
    }

    Optional<byte[]> publicKey() {
        return read(locking).map(HexFormat.of()::parseHex);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(half, text + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }
}
