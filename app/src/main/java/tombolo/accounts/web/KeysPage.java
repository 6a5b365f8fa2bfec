package tombolo.accounts.web;

import java.util.List;
import java.util.UUID;
import tombolo.accounts.Pairing;
import tombolo.ui.Area;
import tombolo.ui.Errors;

/**
 * How somebody signs in, and changing it.
 *
 * @param proved true when they have shown a key a moment ago, so that the page may change things
 * @param sheet new recovery codes, the one time they are shown
 * @param pairing a new authenticator app, while one is being paired
 */
public record KeysPage(
        Area area,
        boolean proved,
        String address,
        boolean password,
        boolean authenticator,
        boolean phrase,
        List<Line> passkeys,
        int codesLeft,
        List<String> sheet,
        @org.jspecify.annotations.Nullable Pairing pairing,
        Errors errors) {

    /** A passkey. */
    public record Line(UUID id, String browser, String system, long daysSince, long daysQuiet) {
        /** True when the browser said nothing we know. */
        public boolean isUnknown() {
            return browser.equals("?") || system.equals("?");
        }
    }

    /** Where the forms go. */
    public String here() {
        return area.path() + "/keys";
    }

    /** True for a colleague. */
    public boolean isDesk() {
        return area == Area.DESK;
    }
}
