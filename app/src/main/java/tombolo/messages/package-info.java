/** What is written to people and staff: never late, never twice, only by a way that is safe, in words that tell nobody anything. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "practice", "accounts", "time", "database", "vault", "ui"})
package tombolo.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
