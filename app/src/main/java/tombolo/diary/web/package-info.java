/** The pages of the diary: the therapist's days, a person's appointments at the desk, and the person's own. */
@NullMarked
package tombolo.diary.web;

import org.jspecify.annotations.NullMarked;
