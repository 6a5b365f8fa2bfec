package tombolo.accounts.web;

import java.util.List;
import java.util.UUID;
import tombolo.ui.Area;

/** Where somebody is signed in now: one line a device. */
public record SignInsPage(Area area, List<Line> lines) {

    /** One device. */
    public record Line(UUID id, String browser, String system, boolean here, long minutesSince, long minutesQuiet) {
        /** True when the browser said nothing we know. */
        public boolean isUnknown() {
            return browser.equals("?") || system.equals("?");
        }
    }

    /** True when there is more than the device in the hand. */
    public boolean hasOthers() {
        return lines.size() > 1;
    }
}
