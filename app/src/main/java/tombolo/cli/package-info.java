/** The verbs of {@code ./tombolo} that need the application: serve, demo, and those that look after the data. */
@NullMarked
@ApplicationModule
package tombolo.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
