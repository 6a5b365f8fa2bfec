/** The course of therapy: which variant, what was found at the start, what both agreed, where they are, and how it ends. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "diary",
            "measures",
            "messages",
            "people",
            "inventory",
            "timeline",
            "accounts",
            "practice",
            "instruments",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
