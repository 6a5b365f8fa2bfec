/** The pages of the places: to look through, and for a manager to bring in a new list. */
@NullMarked
package tombolo.places.web;

import org.jspecify.annotations.NullMarked;
