/** The public pages themselves. */
@NullMarked
package tombolo.site.web;

import org.jspecify.annotations.NullMarked;
