/** The pages on which people come in and see who sees them, and on which staff find those they walk with. */
@NullMarked
package tombolo.people.web;

import org.jspecify.annotations.NullMarked;
