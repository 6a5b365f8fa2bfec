package tombolo.accounts.web;

import tombolo.ui.Area;
import tombolo.ui.Errors;

/** The door of an area: a passkey, or a name and a password. */
public record SignInPage(Area area, String address, boolean shared, Errors errors) {

    /** Where the form goes. */
    public String here() {
        return area == Area.DESK ? "/sign-in/desk" : "/sign-in";
    }

    /** The address of the other area's door. */
    public String other() {
        return area == Area.DESK ? "/sign-in" : "/sign-in/desk";
    }

    /** Which of the two doors' words to use. */
    public String words() {
        return area == Area.DESK ? "accounts.sign-in.desk." : "accounts.sign-in.my.";
    }
}
