/** A practice of invented people to walk through: the cast, a press to be any of them, and a clock that can be moved on. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "course",
            "cover",
            "database",
            "diary",
            "ending",
            "enquiries",
            "formulation",
            "instruments",
            "inventory",
            "measures",
            "messages",
            "people",
            "places",
            "practice",
            "safety",
            "sessions",
            "techniques",
            "time",
            "timeline",
            "ui",
            "vault",
            "week"
        })
package tombolo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
