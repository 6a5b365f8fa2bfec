/** How people and staff sign in, and how they get back in when they cannot. */
@NullMarked
@ApplicationModule(allowedDependencies = {"time", "database", "vault", "ui"})
package tombolo.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
