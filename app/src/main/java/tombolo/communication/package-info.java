/** How one talk went, turn by turn, where it could have gone another way, and what could be said instead. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "week", "ui"})
package tombolo.communication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
