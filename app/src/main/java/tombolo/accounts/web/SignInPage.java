package tombolo.accounts.web;

import tombolo.ui.Area;
import tombolo.ui.Errors;

/** The door of an area: a passkey, or a name and a password. */
public record SignInPage(Area area, String address, boolean shared, Errors errors) {

    /** Where the form goes. */
    public String here() {
        return area.door();
    }

    /** The address of the other area's door. */
    public String other() {
        return area == Area.DESK ? Area.MY.door() : Area.DESK.door();
    }

    /** Which of the two doors' words to use. */
    public String words() {
        return area == Area.DESK ? "accounts.sign-in.desk." : "accounts.sign-in.my.";
    }
}
