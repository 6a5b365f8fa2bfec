/** Reaching out: from the public pages to a named human who answers, and to an invitation; else forgotten after 90 days. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"safety", "people", "practice", "accounts", "time", "database", "vault", "ui"})
package tombolo.enquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
