/** A change of role or place in life: what it took and what it makes possible. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "timeline", "inventory", "ui"})
package tombolo.transitions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
