/** The pages of signing in. */
@NullMarked
package tombolo.accounts.web;

import org.jspecify.annotations.NullMarked;
