/** Wishes of two people that do not fit: how things stand between them, and one thing that could come next. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "timeline", "inventory", "ui"})
package tombolo.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
