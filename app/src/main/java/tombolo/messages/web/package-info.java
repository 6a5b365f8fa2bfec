/** The pages on which people and staff read what was written, and say when and by which name. */
@NullMarked
package tombolo.messages.web;

import org.jspecify.annotations.NullMarked;
