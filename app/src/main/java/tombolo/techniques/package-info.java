/** What a technique of IPT is, and the pieces of work people do with one: alone or in the room, half at a time if they like. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "week",
            "course",
            "timeline",
            "inventory",
            "places",
            "people",
            "accounts",
            "practice",
            "time",
            "database",
            "vault",
            "ui"
        })
package tombolo.techniques;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
