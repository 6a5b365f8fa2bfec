/** Places to belong: what there is nearby for somebody who has few people, or nobody, from a file that others keep. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "practice", "time", "database", "vault", "ui"})
package tombolo.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
