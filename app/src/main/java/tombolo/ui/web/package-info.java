/** How the frame meets the browser. */
@NullMarked
package tombolo.ui.web;

import org.jspecify.annotations.NullMarked;
