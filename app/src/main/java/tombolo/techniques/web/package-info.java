/** The pages of the pieces of work. */
@NullMarked
package tombolo.techniques.web;

import org.jspecify.annotations.NullMarked;
