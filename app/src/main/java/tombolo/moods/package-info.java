/** How somebody's mood and what happens with other people go together, as they see it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "ui"})
package tombolo.moods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
