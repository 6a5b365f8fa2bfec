/** One hour of a course: the plan for it, the note of it, and the sheet on which the thread of the whole course fits. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "course",
            "cover",
            "diary",
            "measures",
            "week",
            "techniques",
            "timeline",
            "formulation",
            "ending",
            "safety",
            "inventory",
            "people",
            "accounts",
            "practice",
            "instruments",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
