/** Tombolo: Interpersonal Psychotherapy as a working system. Each package below is one application module. */
@NullMarked
package tombolo;

import org.jspecify.annotations.NullMarked;
