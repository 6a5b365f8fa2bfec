/** The person's week: what they said they would try and how it went, and their mood against what happened with whom. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "timeline",
            "inventory",
            "people",
            "accounts",
            "practice",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.week;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
