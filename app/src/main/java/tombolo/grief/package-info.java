/** Missing somebody who died: who they were with all their sides, what was left unsaid, and who else misses them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "timeline", "inventory", "ui"})
package tombolo.grief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
