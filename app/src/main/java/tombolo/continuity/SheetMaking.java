package tombolo.continuity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The making of the sheet: its code is shown once, and held in memory only until part of it has been typed back. */
public final class SheetMaking {
    private final RecoverySheet sheet;
    private final LastBackup lastBackup;
    private final AtomicReference<@Nullable Shown> shown = new AtomicReference<>();

    private record Shown(SheetCode code, int first, int second) {}

    SheetMaking(RecoverySheet sheet, LastBackup lastBackup) {
        this.sheet = sheet;
        this.lastBackup = lastBackup;
    }

    /** How far the sheet has come. */
    public enum Stage {
        NONE,
        /** Shown, and two of its groups are still to be typed back. */
        SHOWN,
        /** Shown before a restart: the code is known to nobody here any more, so another sheet is needed. */
        LOST,
        ON_PAPER
    }

    public Stage stage() {
        if (sheet.isConfirmed()) {
            return Stage.ON_PAPER;
        }
        return shown.get() != null ? Stage.SHOWN : sheet.publicKey().isPresent() ? Stage.LOST : Stage.NONE;
    }

    public Optional<Instant> lastBackup() {
        return lastBackup.at();
    }

    /** The groups of a new sheet, to be shown once. What an earlier sheet opened, it still opens. */
    public List<String> make() {
        SheetCode code = SheetCode.fresh();
        SecureRandom chance = new SecureRandom();
        int first = 1 + chance.nextInt(SheetCode.GROUPS - 1);
        int second = first + 1 + chance.nextInt(SheetCode.GROUPS - first);
        sheet.take(code);
        shown.set(new Shown(code, first, second));
        return code.groups();
    }

    /** The two groups asked for, counted from one. */
    public List<Integer> asked() {
        Shown now = shown.get();
        return now == null ? List.of() : List.of(now.first, now.second);
    }

    /** True when both groups are as on the sheet; then it is forgotten here. */
    public boolean typedBack(String first, String second) {
        Shown now = shown.get();
        if (now == null || !now.code.hasGroup(now.first, first) || !now.code.hasGroup(now.second, second)) {
            return false;
        }
        sheet.confirm(now.code);
        shown.set(null);
        return true;
    }
}
