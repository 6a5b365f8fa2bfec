/** Who is there when a therapist is not: away for a time, handing a person on, and what each has decided for the worst. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "safety",
            "course",
            "diary",
            "messages",
            "people",
            "accounts",
            "practice",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.cover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
