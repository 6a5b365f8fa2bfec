/** The therapist's pages for one hour: what to look at, the note, the plan, and the sheet for the whole thread. */
@NullMarked
package tombolo.sessions.web;

import org.jspecify.annotations.NullMarked;
