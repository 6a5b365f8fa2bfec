/** The questionnaires of a course: asked before each session, answered by the person, and looked at together. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"instruments", "people", "accounts", "practice", "time", "database", "vault", "ui"})
package tombolo.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
