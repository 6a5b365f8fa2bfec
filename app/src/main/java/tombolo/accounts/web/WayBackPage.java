package tombolo.accounts.web;

import tombolo.ui.Area;

/** Where somebody begins who has lost what they sign in with. */
public record WayBackPage(Area area, String address) {

    /** Where the form goes. */
    public String here() {
        return area == Area.DESK ? "/way-back/desk" : "/way-back";
    }

    /** The way with a printed code, which is shorter. */
    public String recovery() {
        return area == Area.DESK ? "/sign-in/desk/recovery" : "/sign-in/recovery";
    }

    /** True for a colleague. */
    public boolean isDesk() {
        return area == Area.DESK;
    }
}
