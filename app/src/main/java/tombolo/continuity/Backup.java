package tombolo.continuity;

import com.google.crypto.tink.HybridEncrypt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import tombolo.database.GivenDatabase;
import tombolo.database.OwnDatabase;
import tombolo.time.ProgrammeTime;

/**
 * Makes a backup in two files that only the printed sheet opens: the record in one, the keys in the other, so that the
 * first can be kept for years without standing in the way of somebody's wish to be forgotten. It says done only after it
 * has brought the copy back on trial from the files it wrote.
 */
public final class Backup {
    static final SealedFile RECORD = new SealedFile("Tombolo backup 1, the record");
    static final SealedFile KEYS = new SealedFile("Tombolo backup 1, the keys");

    private final Settings settings;
    private final ProgrammeTime time;
    private final Consumer<String> say;

    public Backup(Settings settings, ProgrammeTime time, Consumer<String> say) {
        this.settings = settings;
        this.time = time;
        this.say = say;
    }

    public static Path keysBeside(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    /** @throws Trouble when there is no backup afterwards; nothing half made is left behind */
    public Outcome to(Path file) {
        Path record = half(file);
        Path keys = half(keysBeside(file));
        try {
            refuseToOverwrite(file, keysBeside(file));
            forget(record);
            forget(keys);
            Outcome outcome = make(record, keys);
            publish(keys, keysBeside(file));
            publish(record, file);
            LastBackup.of(settings.data()).was(time.now());
            return outcome;
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new Trouble("The backup did not succeed: " + e.getMessage(), e);
        } finally {
            forget(record);
            forget(keys);
        }
    }

    private Outcome make(Path record, Path keys) throws IOException, GeneralSecurityException, SQLException {
        HybridEncrypt sheet = SheetCode.locking(new RecoverySheet(settings.keys())
                .publicKey()
                .orElseThrow(() -> new Trouble("There is no key-recovery sheet yet, so nobody could open a backup."
                        + " Sign in as manager or administrator and print it first: /desk/key-recovery-sheet.")));
        byte[] recordKey = SealedFile.freshKey();
        byte[] keysKey = SealedFile.freshKey();
        say.accept("Copying the record ...");
        try (Bundle bundle = new Bundle(RECORD.write(record, recordKey, sheet))) {
            copyRecord(bundle).put(bundle);
        }
        say.accept("Copying the keys ...");
        try (Bundle bundle = new Bundle(KEYS.write(keys, keysKey, sheet))) {
            bundle.addFolder("keys", settings.keys(), inner -> !inner.startsWith("."));
        }
        say.accept("Bringing it all back on trial, from the files just written ...");
        return tryOut(record, recordKey, keys, keysKey);
    }

    /** The checkpoints go first: what they vouch for is then surely in the copy. */
    private Manifest copyRecord(Bundle bundle) throws IOException, SQLException {
        Instant now = time.now();
        if (Files.isDirectory(settings.checkpoints())) {
            bundle.addFolder("checkpoints", settings.checkpoints(), inner -> true);
        }
        if (settings.databaseUrl().isPresent()) {
            return new RowCopy(GivenDatabase.at(settings.databaseUrl().get())).into(bundle, now);
        }
        try (OwnDatabase database = OwnDatabase.in(settings.data())) {
            return new FileCopy(database).into(bundle, now);
        }
    }

    private Outcome tryOut(Path record, byte[] recordKey, Path keys, byte[] keysKey)
            throws IOException, GeneralSecurityException {
        try (TemporaryFolder copy = TemporaryFolder.in(settings.data());
                TemporaryFolder copiedKeys = TemporaryFolder.in(settings.keys())) {
            try (InputStream in = RECORD.read(record, recordKey)) {
                Bundle.unpack(in, copy.path());
            }
            try (InputStream in = KEYS.read(keys, keysKey)) {
                Bundle.unpack(in, copiedKeys.path());
            }
            Manifest manifest = Manifest.in(copy.path());
            try (OwnDatabase trial = manifest.opened(copy.path(), settings.data())) {
                return new Trial(
                                manifest,
                                trial.admin(),
                                trial.app(),
                                copiedKeys.path().resolve("keys"),
                                copy.path().resolve("checkpoints"))
                        .held();
            }
        }
    }

    private static void refuseToOverwrite(Path... files) {
        for (Path file : files) {
            if (Files.exists(file)) {
                throw new Trouble(
                        file + " is there already. Choose another name; an older backup is never overwritten.");
            }
        }
    }

    private static Path half(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".half");
    }

    private static void publish(Path half, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void forget(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            throw new Trouble("What is left of a backup that did not succeed could not be removed: " + half, e);
        }
    }
}
