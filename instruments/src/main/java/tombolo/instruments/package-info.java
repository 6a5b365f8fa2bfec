/** The questionnaires a person fills in, and what may honestly be computed from the answers. */
@NullMarked
package tombolo.instruments;

import org.jspecify.annotations.NullMarked;
