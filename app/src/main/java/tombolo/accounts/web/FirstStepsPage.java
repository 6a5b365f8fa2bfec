package tombolo.accounts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tombolo.accounts.FirstSteps.Step;
import tombolo.accounts.Pairing;
import tombolo.ui.Area;
import tombolo.ui.Errors;

/**
 * One step of choosing how to sign in.
 *
 * @param needsAddress true when a password would have no name beside it yet
 * @param sheet the recovery codes, the one time they are shown
 */
public record FirstStepsPage(
        Area area,
        Step step,
        boolean needsAddress,
        String address,
        @Nullable Pairing pairing,
        List<String> sheet,
        Errors errors) {

    /** Where the forms of this step go. */
    public String here() {
        return area.path() + "/first-steps";
    }
}
