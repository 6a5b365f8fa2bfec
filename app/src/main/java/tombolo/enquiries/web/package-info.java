/** The pages on which somebody reaches out, and those on which somebody answers. */
@NullMarked
package tombolo.enquiries.web;

import org.jspecify.annotations.NullMarked;
