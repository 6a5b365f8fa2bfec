/** The pages of it. */
@NullMarked
package tombolo.cover.web;

import org.jspecify.annotations.NullMarked;
