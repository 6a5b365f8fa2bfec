/** The public pages: the front page, how it helps, privacy, safety on this device, and help now. */
@ApplicationModule(allowedDependencies = "ui")
@NullMarked
package tombolo.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
