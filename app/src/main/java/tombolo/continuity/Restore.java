package tombolo.continuity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tombolo.database.Access;
import tombolo.database.GivenDatabase;
import tombolo.database.OwnDatabase;
import tombolo.time.ProgrammeTime;
import tombolo.vault.RestoredChains;

/**
 * Brings a backup back with the code on the printed sheet. Everything is unpacked beside what is there and looked over
 * before anything takes its place; what was there before is moved aside, never deleted.
 */
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final ProgrammeTime time;
    private final Consumer<String> say;

    public Restore(Settings settings, ProgrammeTime time, Consumer<String> say) {
        this.settings = settings;
        this.time = time;
        this.say = say;
    }

    /** @throws Trouble when it could not be brought back; then what was there before is still in its place */
    public Outcome from(Path file, Path keysFile, SheetCode code) {
        try {
            if (OwnDatabase.isRunningOn(settings.data())) {
                throw new Trouble("Tombolo is running on " + settings.data() + ". Stop it first.");
            }
            byte[] key = Backup.RECORD.unlock(file, code);
            restoreKeys(keysFile, code);
            try (TemporaryFolder copy = TemporaryFolder.in(settings.data())) {
                say.accept("Unpacking the record ...");
                try (InputStream in = Backup.RECORD.read(file, key)) {
                    Bundle.unpack(in, copy.path());
                }
                return settings.databaseUrl().isPresent() ? intoGiven(copy.path()) : intoOwn(copy.path());
            }
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new Trouble("The backup could not be brought back: " + e.getMessage(), e);
        }
    }

    /** The keys alone, for a machine that has its record and has lost its keys. */
    public void keysFrom(Path keysFile, SheetCode code) {
        try {
            restoreKeys(keysFile, code);
        } catch (IOException | GeneralSecurityException e) {
            throw new Trouble("The keys could not be brought back: " + e.getMessage(), e);
        }
    }

    /** Only where there are none: keys that are there know whom somebody has since asked to forget. */
    private void restoreKeys(Path keysFile, SheetCode code) throws IOException, GeneralSecurityException {
        Path keys = settings.keys();
        if (Files.exists(keys.resolve("root.key"))) {
            say.accept("The keys in " + keys + " stay as they are.");
            return;
        }
        if (!Files.exists(keysFile)) {
            throw new Trouble("There are no keys in " + keys + ", and " + keysFile + " is not there to bring them back"
                    + " from. Say where it is with --keys.");
        }
        say.accept("Bringing back the keys ...");
        byte[] key = Backup.KEYS.unlock(keysFile, code);
        try (TemporaryFolder unpacked = TemporaryFolder.in(keys);
                InputStream in = Backup.KEYS.read(keysFile, key)) {
            Bundle.unpack(in, unpacked.path());
            Path source = unpacked.path().resolve("keys");
            lockAway(source);
            try (Stream<Path> inside = Files.list(source)) {
                for (Path path :
                        inside.filter(path -> !path.endsWith("root.key")).toList()) {
                    Files.move(path, keys.resolve(path.getFileName()));
                }
            }
            Files.move(source.resolve("root.key"), keys.resolve("root.key"));
        }
    }

    private static void lockAway(Path keys) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.walk(keys)) {
            files = inside.filter(path -> path.toString().endsWith(".key")).toList();
        }
        for (Path file : files) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
    }

    private Outcome intoOwn(Path copy) throws IOException, GeneralSecurityException {
        Manifest manifest = Manifest.in(copy);
        Outcome outcome;
        say.accept("Looking it over ...");
        try (OwnDatabase trial = manifest.opened(copy, settings.data())) {
            outcome = lookOver(manifest, trial.admin(), trial.app(), copy);
        }
        moveAside("pg18");
        moveAside("pg18.secret");
        Files.move(OwnDatabase.files(copy), OwnDatabase.files(settings.data()));
        Files.move(OwnDatabase.secret(copy), OwnDatabase.secret(settings.data()));
        restoreCheckpoints(copy);
        try (OwnDatabase back = OwnDatabase.in(settings.data())) {
            RestoredChains.sign(Access.over(back.app()), settings.keys(), settings.checkpoints(), time);
        }
        return outcome;
    }

    private Outcome intoGiven(Path copy) throws IOException, GeneralSecurityException, SQLException {
        Manifest manifest = Manifest.in(copy);
        if (manifest.kind() == Manifest.Kind.FILES) {
            throw new Trouble("This backup holds the files of the PostgreSQL that Tombolo brings. It cannot be put into"
                    + " another server; bring it back without TOMBOLO_DB_URL, and make a new backup there.");
        }
        DataSource app = GivenDatabase.at(settings.databaseUrl().orElseThrow());
        DataSource owner = GivenDatabase.at(settings.ownerUrl()
                .orElseThrow(() -> new Trouble("To put rows back, TOMBOLO_DB_MIGRATE_URL is needed as well.")));
        GivenDatabase.bringUpToDate(app, owner);
        RowCopy rows = new RowCopy(owner);
        rows.refuseUnfit(copy);
        say.accept("Looking it over ...");
        Outcome outcome;
        try (OwnDatabase trial = manifest.opened(copy, settings.data())) {
            outcome = lookOver(manifest, trial.admin(), trial.app(), copy);
        }
        rows.back(copy);
        restoreCheckpoints(copy);
        RestoredChains.sign(Access.over(app), settings.keys(), settings.checkpoints(), time);
        return outcome;
    }

    private Outcome lookOver(Manifest manifest, DataSource admin, DataSource app, Path copy)
            throws IOException, GeneralSecurityException {
        return new Trial(manifest, admin, app, settings.keys(), copy.resolve("checkpoints")).held();
    }

    /** What this machine has signed itself is never replaced by what an older backup knew. */
    private void restoreCheckpoints(Path copy) throws IOException {
        Path from = copy.resolve("checkpoints");
        if (!Files.isDirectory(from) || Files.exists(settings.checkpoints())) {
            return;
        }
        Path to = Files.createDirectories(settings.checkpoints());
        try (Stream<Path> inside = Files.list(from)) {
            for (Path path : inside.toList()) {
                Files.move(path, to.resolve(path.getFileName()));
            }
        }
    }

    private void moveAside(String name) throws IOException {
        Path there = settings.data().resolve(name);
        if (Files.exists(there)) {
            Path aside = there.resolveSibling(name + ".before-" + STAMP.format(time.now()));
            Files.move(there, aside);
            say.accept("What was there before is kept in " + aside + ".");
        }
    }
}
