/** A practice of invented people to walk through: the cast, a press to be any of them, and a clock that can be moved on. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "time",
            "database",
            "vault",
            "ui",
            "accounts",
            "practice",
            "people",
            "enquiries",
            "inventory",
            "timeline",
            "formulation",
            "messages",
            "diary",
            "safety"
        })
package tombolo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
