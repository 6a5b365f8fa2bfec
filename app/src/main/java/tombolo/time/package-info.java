/** The one clock of the programme, which the demo may move on and real life may not. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package tombolo.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
