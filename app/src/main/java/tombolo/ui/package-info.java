/** The frame round every page: languages, forms that keep their word, quick exit, and pages for when something fails. */
@ApplicationModule(allowedDependencies = {"time", "database", "vault"})
@NullMarked
package tombolo.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
