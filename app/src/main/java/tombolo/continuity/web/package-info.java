/** The page on which the key-recovery sheet is made and typed back. */
@NullMarked
package tombolo.continuity.web;

import org.jspecify.annotations.NullMarked;
