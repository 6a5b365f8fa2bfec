/** The pages of the measures. */
@NullMarked
package tombolo.measures.web;

import org.jspecify.annotations.NullMarked;
