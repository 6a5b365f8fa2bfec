/** The PostgreSQL that Tombolo brings or is given, and the rule that every statement belongs to one practice. */
@NullMarked
@ApplicationModule(allowedDependencies = {"time"})
package tombolo.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
