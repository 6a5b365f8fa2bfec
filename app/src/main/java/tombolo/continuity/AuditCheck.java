package tombolo.continuity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import tombolo.database.GivenDatabase;
import tombolo.database.OwnDatabase;
import tombolo.vault.AuditVerifier;
import tombolo.vault.Verdict;

/** Checks the record of who looked: of this installation, running or not, or of a backup. */
public record AuditCheck(Settings settings) {

    public Verdict here() {
        if (settings.databaseUrl().isPresent()) {
            return AuditVerifier.verify(GivenDatabase.at(settings.databaseUrl().get()), settings.checkpoints());
        }
        try (OwnDatabase database = OwnDatabase.toLookAt(settings.data())) {
            return AuditVerifier.verify(database.app(), settings.checkpoints());
        }
    }

    /** As it was when the backup was made, with the checkpoints of that day. */
    public Verdict in(Path backup, SheetCode code) {
        try (TemporaryFolder copy = TemporaryFolder.in(settings.data())) {
            try (InputStream in = Backup.RECORD.read(backup, Backup.RECORD.unlock(backup, code))) {
                Bundle.unpack(in, copy.path());
            }
            try (OwnDatabase opened = Manifest.in(copy.path()).opened(copy.path(), settings.data())) {
                return AuditVerifier.verify(opened.app(), copy.path().resolve("checkpoints"));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new Trouble("The backup cannot be checked: " + e.getMessage(), e);
        }
    }
}
