/** Who gives somebody what and what could be asked for, and small steps towards people and towards trusting them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "inventory", "ui"})
package tombolo.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
