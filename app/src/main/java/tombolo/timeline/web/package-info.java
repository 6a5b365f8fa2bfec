/** The pages of the timeline. */
@NullMarked
package tombolo.timeline.web;

import org.jspecify.annotations.NullMarked;
