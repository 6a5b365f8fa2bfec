/** The pages of the ending's review, for the person and for the therapist beside them. */
@NullMarked
package tombolo.ending.web;

import org.jspecify.annotations.NullMarked;
