/** The pages of the week: the person's first page, what they try, their mood, and the same for their therapist. */
@NullMarked
package tombolo.week.web;

import org.jspecify.annotations.NullMarked;
