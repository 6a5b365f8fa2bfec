package tombolo.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Something whoever is signed in must be told on every page, with one button to act on it. A module offers it as a bean; asking must cost nothing. */
@FunctionalInterface
public interface StandingNotice {
    /** What there is to tell on this page, if anything. */
    Optional<Standing> on(HttpServletRequest request);

    /** The words, where the button's form goes, and what the button says. */
    record Standing(Said text, String action, Said button) {}
}
