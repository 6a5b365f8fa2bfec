/** When a person and their therapist meet: appointments one by one or in a series, moved, held, missed or cancelled, with reminders. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"messages", "people", "practice", "accounts", "time", "database", "vault", "ui"})
package tombolo.diary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
