/** Journeys on the packaged application, walked in a real browser as the person would walk them. */
@NullMarked
package tombolo.browser;

import org.jspecify.annotations.NullMarked;
