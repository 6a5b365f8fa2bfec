/** The person, who walks with them and may see what, what they have agreed to, and how they come in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "practice", "time", "database", "vault", "ui"})
package tombolo.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
