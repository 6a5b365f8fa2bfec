/** Whether what people wrote could be brought back: backup, restore, the key-recovery sheet, and the doctor's look-over. */
@NullMarked
@ApplicationModule(allowedDependencies = {"time", "database", "vault", "accounts", "ui"})
package tombolo.continuity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
