/** The safety path: a plan for the hard hours, and the concerns a human must answer. Nothing here grades a risk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "messages",
            "course",
            "measures",
            "instruments",
            "people",
            "inventory",
            "accounts",
            "practice",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
