/** A decision between people: the ways there are, what they would be like for both, and a first step. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "ui"})
package tombolo.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
