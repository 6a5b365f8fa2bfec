/** What is confidential: who is who, who may look, the keys, the sealed words, and the record of who looked. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"time", "database"})
package tombolo.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
