/** The quiet first step: a few questions in the night, one true thing in return, and nothing kept. */
@ApplicationModule(allowedDependencies = {"ui", "instruments"})
@NullMarked
package tombolo.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
