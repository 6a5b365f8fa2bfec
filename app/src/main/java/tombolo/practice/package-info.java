/** The practice: its name, its staff, when it is open, and the promise of how soon it answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "time", "database", "vault", "ui"})
package tombolo.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
