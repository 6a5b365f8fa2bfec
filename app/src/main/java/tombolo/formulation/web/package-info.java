/** The pages of the formulation. */
@NullMarked
package tombolo.formulation.web;

import org.jspecify.annotations.NullMarked;
