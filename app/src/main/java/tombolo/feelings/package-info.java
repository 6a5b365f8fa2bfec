/** A feeling, what it tells somebody that they need, and what they would like to do with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"techniques", "ui"})
package tombolo.feelings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
