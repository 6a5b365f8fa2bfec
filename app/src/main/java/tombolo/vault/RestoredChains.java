package tombolo.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.Access;
import tombolo.database.CurrentPractice;
import tombolo.time.ProgrammeTime;

/** Says in the record of who looked, and in what is signed about it, that a backup was put back on purpose. */
public final class RestoredChains {
    private RestoredChains() {}

    public static void sign(Access access, Path keys, Path checkpoints, ProgrammeTime time)
            throws IOException, GeneralSecurityException {
        TransactionTemplate transaction = new TransactionTemplate(access.transactions());
        Checkpoints signing = new Checkpoints(
                new CheckpointFolder(checkpoints),
                keys,
                RootKey.in(keys),
                access.jdbc(),
                transaction,
                access.practices(),
                time);
        signing.writeRestored();
        AuditChain audit = new AuditChain(access.jdbc(), transaction, time);
        for (UUID practice : access.practices().all()) {
            CurrentPractice.within(practice, () -> audit.record(Act.RESTORED, "backup"));
        }
        signing.write();
    }
}
