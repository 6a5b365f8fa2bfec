package tombolo.continuity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.database.GivenDatabase;
import tombolo.database.OwnDatabase;
import tombolo.database.UnsafeStart;
import tombolo.time.ProgrammeTime;
import tombolo.ui.HelpLines;
import tombolo.vault.AuditVerifier;
import tombolo.vault.SealCheck;
import tombolo.vault.Verdict;

/** Looks an installation over and says in plain words what is well, what deserves a look, and what is wrong. */
public final class Doctor {
    private static final Duration BACKUP_AGE = Duration.ofDays(7);
    private static final long SPACE = 512L << 20;
    private static final int OF_EACH_KIND = 20;

    private final Settings settings;
    private final Optional<String> address;
    private final ProgrammeTime time;
    private final List<Finding> findings = new ArrayList<>();

    /** How something is. */
    public enum State {
        WELL,
        LOOK,
        WRONG
    }

    /** One thing that was looked at. */
    public record Finding(State state, String words) {}

    /** @param address what people type to come here, TOMBOLO_URL */
    public Doctor(Settings settings, Optional<String> address, ProgrammeTime time) {
        this.settings = settings;
        this.address = address;
        this.time = time;
    }

    public List<Finding> lookOver() {
        lookAtAddress();
        lookAtFolders();
        lookAtDatabase();
        lookAtWayBack();
        lookAtHelpLines();
        return List.copyOf(findings);
    }

    private void lookAtAddress() {
        if (address.isEmpty()) {
            found(State.LOOK, "TOMBOLO_URL is not set: serve needs to know under which address people come here.");
            return;
        }
        URI uri = URI.create(address.get());
        boolean here = "localhost".equals(uri.getHost());
        found(
                "https".equals(uri.getScheme()) || here ? State.WELL : State.WRONG,
                "People come here at " + address.get()
                        + ("https".equals(uri.getScheme()) || here ? "." : ", which anybody on the way can read."));
    }

    private void lookAtFolders() {
        Path root = settings.keys().resolve("root.key");
        try {
            if (!Files.exists(root)) {
                found(State.LOOK, "There is no root key in " + settings.keys() + " yet; the first start makes one.");
            } else if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(root))
                    .equals("r--------")) {
                found(State.WRONG, root + " can be read by others. Put it right with: chmod 400 " + root);
            } else {
                found(State.WELL, "The root key is there, and for this user only.");
            }
            lookAtDisks();
        } catch (IOException e) {
            found(State.WRONG, "The folders cannot be looked at: " + e.getMessage());
        }
    }

    private void lookAtDisks() throws IOException {
        if (!Files.isDirectory(settings.data())) {
            return;
        }
        FileStore data = Files.getFileStore(settings.data());
        if (Files.isDirectory(settings.keys())
                && Files.getFileStore(settings.keys()).equals(data)) {
            found(State.LOOK, "The keys lie on the same disk as the data: whoever takes the disk takes both.");
        }
        if (Files.isDirectory(settings.checkpoints())
                && Files.getFileStore(settings.checkpoints()).equals(data)) {
            found(
                    State.LOOK,
                    "The checkpoints lie on the same disk as the data. Copy them somewhere else now and then: only"
                            + " then can they prove something against whoever has this machine.");
        }
        boolean tight = data.getUsableSpace() < SPACE;
        found(
                tight ? State.WRONG : State.WELL,
                "There are %,d MB free for the data.".formatted(data.getUsableSpace() >> 20));
    }

    private void lookAtDatabase() {
        try {
            if (settings.databaseUrl().isPresent()) {
                lookAt(GivenDatabase.at(settings.databaseUrl().get()), Optional.empty());
            } else if (OwnDatabase.isIn(settings.data())) {
                try (OwnDatabase database = OwnDatabase.toLookAt(settings.data())) {
                    lookAt(database.app(), Optional.of(database.admin()));
                }
            } else {
                found(State.LOOK, "There is no database in " + settings.data() + " yet; the first start makes one.");
            }
        } catch (UnsafeStart | IllegalStateException | IOException | GeneralSecurityException e) {
            found(State.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private void lookAt(DataSource app, Optional<DataSource> admin) throws IOException, GeneralSecurityException {
        GivenDatabase.refuseUnsafe(app);
        found(State.WELL, "The database answers, and Tombolo works in it as a role that owns nothing.");
        JdbcClient jdbc = JdbcClient.create(app);
        List<String> loose = jdbc.sql("select name from pg_settings where name in ('fsync', 'full_page_writes')"
                        + " and setting <> 'on' or name = 'synchronous_commit' and setting = 'off'")
                .query((row, number) -> row.getString(1))
                .list();
        found(
                loose.isEmpty() ? State.WELL : State.WRONG,
                loose.isEmpty()
                        ? "What the database says is saved is on the disk."
                        : "What was saved can be lost in a power cut: the database runs with " + loose + " off.");
        lookAtLooks(AuditVerifier.verify(app, settings.checkpoints()));
        if (admin.isPresent() && Files.exists(settings.keys().resolve("root.key"))) {
            lookAtSeals(SealCheck.tried(admin.get(), settings.keys(), OF_EACH_KIND));
        }
    }

    private void lookAtLooks(Verdict verdict) {
        if (!verdict.isSound()) {
            verdict.findings().forEach(finding -> found(State.WRONG, "The record of who looked: " + finding));
        } else {
            found(State.WELL, "The record of who looked is whole: %,d entries.".formatted(verdict.entries()));
        }
    }

    private void lookAtSeals(SealCheck.Outcome seals) {
        if (seals.keyless() > 0) {
            found(State.LOOK, "There are " + Outcome.keyless(seals.keyless()) + ".");
        }
        if (seals.shut().isEmpty()) {
            found(State.WELL, "The keys fit: %,d sealed words were tried.".formatted(seals.opened()));
        } else {
            seals.shut().forEach(shut -> found(State.WRONG, "The keys do not open " + shut + "."));
        }
    }

    private void lookAtWayBack() {
        boolean sheet = new RecoverySheet(settings.keys()).isConfirmed();
        found(
                sheet ? State.WELL : State.LOOK,
                sheet
                        ? "The key-recovery sheet is printed, and part of it was typed back."
                        : "There is no key-recovery sheet on paper yet: sign in and print it at"
                                + " /desk/key-recovery-sheet. Until then nobody real can be taken in.");
        Optional<Instant> last = LastBackup.of(settings.data()).at();
        if (last.isEmpty()) {
            found(State.LOOK, "No backup has been made yet. Until one is, nobody real can be taken in.");
        } else {
            boolean old = last.get().isBefore(time.now().minus(BACKUP_AGE));
            found(
                    old ? State.LOOK : State.WELL,
                    "The last backup was made, and brought back on trial, on "
                            + LocalDate.ofInstant(last.get(), ZoneOffset.UTC) + ".");
        }
    }

    /** A wrong number is worse than none, so each is to be called, or looked up, once a year. */
    private void lookAtHelpLines() {
        LocalDate yearAgo = time.today(ZoneOffset.UTC).minusYears(1);
        List<String> old = HelpLines.all().stream()
                .flatMap(country -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(country.emergency()), country.lines().stream()))
                .filter(line -> line.verified().isBefore(yearAgo))
                .map(HelpLines.Line::name)
                .distinct()
                .toList();
        found(
                old.isEmpty() ? State.WELL : State.LOOK,
                old.isEmpty()
                        ? "The numbers to call were checked within a year."
                        : "These numbers to call were checked more than a year ago: " + String.join(", ", old) + ".");
    }

    private void found(State state, String words) {
        findings.add(new Finding(state, words));
    }
}
