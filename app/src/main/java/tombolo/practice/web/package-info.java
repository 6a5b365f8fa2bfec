/** The pages of the practice. */
@NullMarked
package tombolo.practice.web;

import org.jspecify.annotations.NullMarked;
