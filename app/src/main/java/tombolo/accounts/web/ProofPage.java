package tombolo.accounts.web;

import tombolo.ui.Area;
import tombolo.ui.Errors;

/** Showing once more that it is you, before something that matters. */
public record ProofPage(Area area, String back, boolean passkey, boolean password, boolean code, Errors errors) {

    /** Where the forms go. */
    public String here() {
        return area.path() + "/proof";
    }

    /** True when there is something to type. */
    public boolean typed() {
        return password || code;
    }
}
