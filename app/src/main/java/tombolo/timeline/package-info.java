/** From when somebody was last well until now: how it felt above the line, what happened in their life below it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measures",
            "instruments",
            "inventory",
            "people",
            "practice",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
