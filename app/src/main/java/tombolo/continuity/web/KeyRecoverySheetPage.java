package tombolo.continuity.web;

import java.util.List;
import tombolo.continuity.SheetMaking.Stage;
import tombolo.ui.Errors;

/**
 * The key-recovery sheet and what is still to be done.
 *
 * @param groups the code, only in the answer in which it is shown
 * @param asked which two groups are to be typed back
 * @param lastBackup the day of the last backup, or nothing
 */
public record KeyRecoverySheetPage(
        Stage stage, List<String> groups, List<Integer> asked, String lastBackup, String today, Errors errors) {}
