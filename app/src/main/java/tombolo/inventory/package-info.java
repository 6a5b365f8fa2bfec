/** The people in someone's life: who they are, how close now and wished, how it changes; the closeness circles. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "time", "database", "vault", "ui"})
package tombolo.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
