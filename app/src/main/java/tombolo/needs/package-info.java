/** What somebody needs from one other person, or from themself: how it is, how it is wished, and how it could be said. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "ui"})
package tombolo.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
