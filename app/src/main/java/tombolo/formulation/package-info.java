/** What a person and their therapist agree the problem is, in the person's own words: drafted from the thread, agreed by both. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "course",
            "measures",
            "instruments",
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
package tombolo.formulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
