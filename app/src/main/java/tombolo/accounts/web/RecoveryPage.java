package tombolo.accounts.web;

import tombolo.ui.Area;
import tombolo.ui.Errors;

/** Coming in with a line of the printed sheet. */
public record RecoveryPage(Area area, String address, Errors errors) {

    /** Where the form goes. */
    public String here() {
        return area == Area.DESK ? "/sign-in/desk/recovery" : "/sign-in/recovery";
    }

    /** True for a colleague. */
    public boolean isDesk() {
        return area == Area.DESK;
    }
}
