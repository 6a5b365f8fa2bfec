/** The ending's review: what has changed, what helped, what to notice first, whom to turn to, and what is still ahead. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "course",
            "measures",
            "safety",
            "inventory",
            "people",
            "accounts",
            "practice",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.ending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
