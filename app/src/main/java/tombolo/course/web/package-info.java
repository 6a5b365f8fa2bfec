/** The pages of the course. */
@NullMarked
package tombolo.course.web;

import org.jspecify.annotations.NullMarked;
