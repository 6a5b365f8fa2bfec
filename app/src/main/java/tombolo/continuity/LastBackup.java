package tombolo.continuity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** When a backup was last made and restored on trial. */
record LastBackup(Path note) {

    static LastBackup of(Path data) {
        return new LastBackup(data.resolve("last-backup"));
    }

    Optional<Instant> at() {
        try {
            return Files.exists(note)
                    ? Optional.of(Instant.parse(Files.readString(note).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(note + " cannot be read", e);
        }
    }

    void was(Instant moment) throws IOException {
        Path half = note.resolveSibling("last-backup.new");
        Files.writeString(half, moment + "\n");
        Files.move(half, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
