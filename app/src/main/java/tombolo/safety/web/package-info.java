/** The pages of the safety plan. */
@NullMarked
package tombolo.safety.web;

import org.jspecify.annotations.NullMarked;
