package tombolo.continuity;

import java.util.EnumSet;
import java.util.Set;
import tombolo.vault.Readiness;

/** Real people may be taken in once the sheet is on paper and a backup has been brought back on trial. */
final class BroughtBack implements Readiness {
    private final RecoverySheet sheet;
    private final LastBackup lastBackup;
    private volatile boolean open;

    BroughtBack(RecoverySheet sheet, LastBackup lastBackup) {
        this.sheet = sheet;
        this.lastBackup = lastBackup;
    }

    /** Once open it stays open while this runs: people who are there must not be shut out. */
    @Override
    public Set<Missing> missing() {
        if (open) {
            return Set.of();
        }
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (!sheet.isConfirmed()) {
            missing.add(Missing.SHEET);
        }
        if (lastBackup.at().isEmpty()) {
            missing.add(Missing.BACKUP);
        }
        open = missing.isEmpty();
        return missing;
    }
}
