package tombolo.continuity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.sql.DataSource;
import tombolo.vault.AuditVerifier;
import tombolo.vault.SealCheck;
import tombolo.vault.Verdict;

/** Looks over a database that was brought back: is everything there, does it open, and is the record of who looked whole? */
record Trial(Manifest manifest, DataSource admin, DataSource app, Path keys, Path checkpoints) {
    private static final int OF_EACH_KIND = 100;

    /** @throws Trouble when the copy is not what was copied */
    Outcome held() throws IOException, GeneralSecurityException {
        List<String> differing = manifest.before().differing(manifest.after(), Counts.of(admin));
        if (!differing.isEmpty()) {
            throw new Trouble("The copy was brought back on trial, and these tables do not hold as many rows as the"
                    + " original did: " + String.join(", ", differing) + ".");
        }
        SealCheck.Outcome seals = SealCheck.tried(admin, keys, OF_EACH_KIND);
        if (!seals.shut().isEmpty()) {
            throw new Trouble("The copy was brought back on trial, and these words do not open with the keys: "
                    + String.join(", ", seals.shut()) + ".");
        }
        Verdict verdict = AuditVerifier.verify(app, checkpoints);
        if (!verdict.isSound()) {
            throw new Trouble("The copy was brought back on trial, and its record of who looked is not whole: "
                    + verdict.findings());
        }
        return new Outcome(Counts.of(admin).total(), seals.opened(), seals.keyless(), verdict.entries());
    }
}
