/** The check-in's pages: the questions, help before anything else, the second part, and what was said. */
@NullMarked
package tombolo.checkin.web;

import org.jspecify.annotations.NullMarked;
